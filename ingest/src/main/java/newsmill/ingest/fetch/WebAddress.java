package newsmill.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import newsmill.article.CanonicalUrl;

/** Addresses as pages and feeds spell them, made fit for a request line. */
public final class WebAddress {
    private static final String KEPT = "!#$%&'()*+,-./:;=?@_~";

    private WebAddress() {}

    /**
     * The address as a URI: characters that browsers let pass are encoded, names in other scripts are in punycode,
     * credentials are left off.
     *
     * @throws IllegalArgumentException if it is no http or https address
     */
    public static URI uri(String url) {
        try {
            URI plain = URI.create(url.strip());
            if (plain.getHost() != null
                    && plain.getRawUserInfo() == null
                    && plain.toASCIIString().length() == url.strip().length()) {
                return plain;
            }
        } catch (IllegalArgumentException e) {
            // As a browser would read it, then.
        }
        String canonical = CanonicalUrl.of(url);
        String rest = url.strip().replace('\\', '/').replaceAll("[\\t\\r\\n]", "");
        int scheme = rest.indexOf("//");
        int path = rest.indexOf('/', scheme + 2);
        int start = canonical.indexOf("//") + 2;
        String authority = canonical.substring(start, canonical.indexOf('/', start));
        return URI.create(rest.substring(0, scheme + 2) + authority + (path < 0 ? "/" : encoded(rest.substring(path))));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 255;
            boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            boolean loosePercent = b == '%' && !(i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]));
            if (letter || KEPT.indexOf(b) >= 0 && !loosePercent) {
                encoded.append((char) b);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        int fragment = encoded.indexOf("#");
        return fragment < 0 ? encoded.toString() : encoded.substring(0, fragment);
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }
}
