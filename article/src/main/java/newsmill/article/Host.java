package newsmill.article;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The host of an address as browsers spell it (WHATWG URL, 3.5): a domain in lower case with every other script in
 * punycode, or an IP address in its shortest form.
 *
 * @param spelling as it stands in the address, an IPv6 address in its brackets
 * @param isDomain true for a name of two labels or more
 */
record Host(String spelling, boolean isDomain) {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    static Host of(String raw) {
        if (raw.startsWith("[") && raw.endsWith("]")) {
            return new Host("[" + IpAddress.v6(raw.substring(1, raw.length() - 1)) + "]", false);
        }
        String name = mapped(decoded(raw));
        // "example.org." is example.org, said to be complete.
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("no host");
        }
        String[] labels = plain.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(labels[i]);
        }
        String ascii = String.join(".", labels);
        if (ascii.length() > MAX_NAME) {
            throw new IllegalArgumentException("host longer than " + MAX_NAME + " characters");
        }
        return IpAddress.endsInNumber(labels)
                ? new Host(IpAddress.v4(labels), false)
                : new Host(ascii, labels.length > 1);
    }

    private static String label(String label) {
        boolean ascii = label.chars().allMatch(c -> c < 128);
        String spelling = ascii ? label : "xn--" + Punycode.encode(label);
        if (spelling.isEmpty()
                || spelling.length() > MAX_LABEL
                || !spelling.chars().allMatch(Host::isAllowed)) {
            throw new IllegalArgumentException("no host can be called '" + label + "'");
        }
        return spelling;
    }

    /** Narrower than WHATWG, which lets quotes and braces pass: a name that no DNS carries is a mistake. */
    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /**
     * The mapping of UTS 46, non-transitional, as far as the JDK's own tables carry it: compatibility characters, case,
     * ideographic full stops, and what is ignored. ({@code java.net.IDN} knows Unicode 3.2 only, and makes "ß" "ss".)
     */
    private static String mapped(String name) {
        StringBuilder mapped = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (c == 0x3002) {
                mapped.append('.');
            } else if (!isIgnored(c)) {
                mapped.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return Normalizer.normalize(mapped, Normalizer.Form.NFKC);
    }

    private static boolean isIgnored(int c) {
        return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c >= 0xFE00 && c <= 0xFE0F;
    }

    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] utf8 = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '%' && i + 2 < utf8.length && hex(utf8[i + 1]) >= 0 && hex(utf8[i + 2]) >= 0) {
                bytes.write(hex(utf8[i + 1]) << 4 | hex(utf8[i + 2]));
                i += 2;
            } else {
                bytes.write(utf8[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }
}
