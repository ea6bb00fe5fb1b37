package newsmill.article;

import java.net.URI;

/** The one spelling of an article's address. */
public final class CanonicalUrl {
    private CanonicalUrl() {}

    /** The canonical spelling of an absolute http or https address. */
    public static String of(String url) {
        return URI.create(url.strip()).normalize().toString();
    }
}
