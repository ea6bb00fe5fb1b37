package newsmill.ingest.extract;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsmill.article.CanonicalUrl;

/** What an address says about the page behind it. Addresses are absolute. */
public final class PageAddress {
    private static final Pattern HOME = Pattern.compile("/(index|home|default)(\\.[a-z]{3,5})?|/[a-z]{2}(-[a-z]{2})?");

    /** Also such hosts as {@link java.net.URI} knows none for: with an underscore, with letters beyond ASCII. */
    private static final Pattern HOST = Pattern.compile(
            "[a-z][a-z0-9+.-]*://(?:[^/?#\\\\]*@)?(?:www\\.)?(\\[[^]/?#]*]|[^:/?#\\\\]*)", Pattern.CASE_INSENSITIVE);

    private static final int FEW_HYPHENS = 2;

    private PageAddress() {}

    /** A site's front page, also that of one of its languages. */
    public static boolean isHome(String url) {
        String path = path(url).toLowerCase(Locale.ROOT);
        return path.isEmpty() || HOME.matcher(path).matches();
    }

    /** True if what stands there is a section that the page lies in: where sites send those who ask for what is gone. */
    public static boolean isSectionOf(String url, String page) {
        String section = path(url);
        return CanonicalUrl.of(url).indexOf('?') < 0 && path(page).startsWith(section + "/") && isWord(section);
    }

    private static boolean isWord(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        long hyphens = last.chars().filter(c -> c == '-' || c == '_').count();
        return hyphens < FEW_HYPHENS && last.indexOf('.') < 0 && last.chars().noneMatch(Character::isDigit);
    }

    /** The host in lower case, without a leading {@code www.}, without user and port; empty if there is none. */
    static String host(String url) {
        Matcher host = HOST.matcher(url);
        return host.lookingAt() ? host.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The path without its last slash; empty for the root. */
    private static String path(String url) {
        String canonical = CanonicalUrl.of(url);
        String path = canonical.substring(canonical.indexOf('/', canonical.indexOf("//") + 2));
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return plain.equals("/") ? "" : plain;
    }
}
