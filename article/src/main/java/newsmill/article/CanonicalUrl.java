package newsmill.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of an article's address, from which its id is made ({@link ArticleId}). It is read as browsers read
 * addresses (WHATWG URL), normalised as RFC 3986 section 6.2.2 says, and freed of what does not name the article:
 * credentials, fragments, tracking parameters, AMP's wrappings, a trailing slash, and {@code http} where {@code https}
 * is the same site. {@code docs/records.md} states and explains every rule.
 *
 * <p>It names the article; to fetch it, use the address that was found.
 */
public final class CanonicalUrl {
    /** What servers and proxies are asked to accept at least is 8,000 (RFC 9110, 4.1); beyond it lie traps for robots. */
    private static final int MAX_LENGTH = 8192;

    private static final Pattern PARTS =
            Pattern.compile("(https?):[/\\\\]*([^/\\\\?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern AMP_CACHE = Pattern.compile("/[cv]/(s/)?(.+)");
    private static final Pattern GOOGLE_AMP = Pattern.compile("/amp/(s/)?(.+)");
    private static final Pattern GOOGLE = Pattern.compile("(?:www\\.)?google\\.[a-z]{2,3}(?:\\.[a-z]{2})?");

    private CanonicalUrl() {}

    /**
     * The canonical spelling of an absolute http or https address; of a canonical spelling, the same again.
     *
     * @throws IllegalArgumentException if it is no such address; the message names it
     */
    public static String of(String url) {
        if (url == null) {
            throw new IllegalArgumentException("null: not an absolute http or https address");
        }
        try {
            String spelling = url;
            for (String within = url; within != null; within = withinAmp(spelling)) {
                spelling = spell(within);
            }
            return spelling;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(quoted(url) + ": " + e.getMessage(), e);
        }
    }

    private static String spell(String url) {
        String clean = withoutWhitespace(url);
        Matcher parts = PARTS.matcher(lowerScheme(clean));
        if (clean.length() > MAX_LENGTH || !parts.matches()) {
            throw new IllegalArgumentException("not an absolute http or https address");
        }
        String authority = parts.group(2).substring(parts.group(2).lastIndexOf('@') + 1);
        int colon = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']')));
        Host host = Host.of(colon < 0 ? authority : authority.substring(0, colon));
        String scheme = parts.group(1);
        String port = port(colon < 0 ? "" : authority.substring(colon + 1), scheme);
        // Publishers serve one site under both; addresses of machines and single names are somebody's own network.
        if (port.isEmpty() && host.isDomain()) {
            scheme = "https";
        }
        String spelling = scheme + "://" + host.spelling() + port + path(parts.group(3)) + query(parts.group(4));
        if (spelling.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than " + MAX_LENGTH + " characters");
        }
        return spelling;
    }

    /** Strips controls and spaces at the ends, and removes tabs and line breaks anywhere (WHATWG URL, 4.4). */
    private static String withoutWhitespace(String url) {
        int start = 0;
        int end = url.length();
        while (start < end && url.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && url.charAt(end - 1) <= ' ') {
            end--;
        }
        StringBuilder clean = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = url.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static String lowerScheme(String url) {
        int colon = url.indexOf(':');
        return colon < 0 ? url : url.substring(0, colon).toLowerCase(Locale.ROOT) + url.substring(colon);
    }

    private static String port(String digits, String scheme) {
        if (digits.isEmpty()) {
            return "";
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("port '" + digits + "' is not a number");
        }
        String plain = digits.replaceFirst("^0+(?=.)", "");
        if (plain.length() > 5 || Integer.parseInt(plain) > 65535) {
            throw new IllegalArgumentException("port " + digits + " is above 65535");
        }
        return plain.equals(scheme.equals("http") ? "80" : "443") ? "" : ":" + plain;
    }

    private static String path(String raw) {
        List<String> segments = new ArrayList<>();
        // Encoding is settled first, so that %2e%2e is seen for the dots that it is.
        for (String segment : PercentEncoding.path(raw.replace('\\', '/')).split("/")) {
            if (segment.equals("..")) {
                if (segments.size() > 1) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.equals(".")) {
                segments.add(segment);
            }
        }
        while (segments.size() > 1 && (segments.get(segments.size() - 1).isEmpty() || Amp.unwrap(segments))) {
            if (segments.get(segments.size() - 1).isEmpty()) {
                segments.remove(segments.size() - 1);
            }
        }
        String path = String.join("/", segments);
        return path.isEmpty() ? "/" : path;
    }

    private static String query(String raw) {
        if (raw == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        for (String parameter : PercentEncoding.query(raw).split("&")) {
            if (!parameter.isEmpty() && !TrackingParameters.contains(parameter) && !Amp.isParameter(parameter)) {
                kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
            }
        }
        return kept.toString();
    }

    /** The address that an AMP cache or viewer shows under its own, or null. */
    private static String withinAmp(String spelling) {
        String rest = spelling.substring(spelling.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        String host = rest.substring(0, slash);
        Pattern shape = host.endsWith(".cdn.ampproject.org")
                ? AMP_CACHE
                : GOOGLE.matcher(host).matches() ? GOOGLE_AMP : null;
        if (shape == null) {
            return null;
        }
        Matcher inner = shape.matcher(rest.substring(slash));
        return inner.matches() ? (inner.group(1) == null ? "http://" : "https://") + inner.group(2) : null;
    }

    /** One line of a log, whatever the address holds. */
    private static String quoted(String url) {
        String line = url.length() > 200 ? url.substring(0, 200) + "…" : url;
        // What stands before the host is a secret, and no part of what is wrong.
        return line.replaceAll("\\p{Cntrl}", "\uFFFD").replaceFirst("//[^/?#]+@", "//");
    }
}
