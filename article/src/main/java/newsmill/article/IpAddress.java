package newsmill.article;

import java.util.Arrays;
import java.util.regex.Pattern;

/** IP addresses that stand for a host, read in every spelling that browsers accept (WHATWG URL, 3.5), written in one. */
final class IpAddress {
    private static final Pattern HEX = Pattern.compile("0x[0-9a-f]*");

    private IpAddress() {}

    /** True if the last label is a number: then the whole is an IPv4 address, or nothing. */
    static boolean endsInNumber(String[] labels) {
        String last = labels[labels.length - 1];
        return last.chars().allMatch(c -> c >= '0' && c <= '9')
                || HEX.matcher(last).matches();
    }

    /** Four decimal numbers, from one to four in decimal, hex or octal. */
    static String v4(String[] labels) {
        if (labels.length > 4) {
            throw wrong(String.join(".", labels));
        }
        long address = 0;
        for (int i = 0; i < labels.length; i++) {
            long number = number(labels[i]);
            boolean last = i == labels.length - 1;
            int bytes = last ? 4 - i : 1;
            if (number >= 1L << 8 * bytes) {
                throw wrong(String.join(".", labels));
            }
            address = last ? address | number : address | number << 8 * (3 - i);
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static long number(String label) {
        try {
            if (label.startsWith("0x")) {
                return label.length() == 2 ? 0 : Long.parseLong(label, 2, label.length(), 16);
            }
            return Long.parseLong(label, label.length() > 1 && label.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException e) {
            throw wrong(label);
        }
    }

    /** The shortest spelling of an IPv6 address (RFC 5952), without brackets. */
    static String v6(String text) {
        String[] halves = text.split("::", -1);
        if (halves.length > 2) {
            throw wrong(text);
        }
        int[] head = pieces(halves[0], text, halves.length == 1);
        int[] tail = halves.length == 1 ? new int[0] : pieces(halves[1], text, true);
        if (halves.length == 1 ? head.length != 8 : head.length + tail.length > 7) {
            throw wrong(text);
        }
        int[] address = Arrays.copyOf(head, 8);
        System.arraycopy(tail, 0, address, 8 - tail.length, tail.length);
        return spelling(address);
    }

    private static int[] pieces(String part, String whole, boolean end) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] groups = part.split(":", -1);
        boolean v4 = end && groups[groups.length - 1].indexOf('.') >= 0;
        int[] pieces = new int[groups.length + (v4 ? 1 : 0)];
        for (int i = 0; i < groups.length - (v4 ? 1 : 0); i++) {
            if (!groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                throw wrong(whole);
            }
            pieces[i] = Integer.parseInt(groups[i], 16);
        }
        if (v4) {
            String[] bytes = groups[groups.length - 1].split("\\.", -1);
            if (bytes.length != 4 || !Arrays.stream(bytes).allMatch(b -> b.matches("0|[1-9][0-9]{0,2}"))) {
                throw wrong(whole);
            }
            String[] plain = v4(bytes).split("\\.");
            pieces[groups.length - 1] = Integer.parseInt(plain[0]) << 8 | Integer.parseInt(plain[1]);
            pieces[groups.length] = Integer.parseInt(plain[2]) << 8 | Integer.parseInt(plain[3]);
        }
        return pieces;
    }

    private static String spelling(int[] address) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = 0;
            while (i + zeros < 8 && address[i + zeros] == 0) {
                zeros++;
            }
            if (zeros > length) {
                start = i;
                length = zeros;
            }
            i += zeros;
        }
        StringBuilder spelling = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                spelling.append("::");
                i += length - 1;
            } else {
                boolean colon = !spelling.isEmpty() && spelling.charAt(spelling.length() - 1) != ':';
                spelling.append(colon ? ":" : "").append(Integer.toHexString(address[i]));
            }
        }
        return spelling.toString();
    }

    private static IllegalArgumentException wrong(String address) {
        return new IllegalArgumentException("'" + address + "' is no IP address");
    }
}
