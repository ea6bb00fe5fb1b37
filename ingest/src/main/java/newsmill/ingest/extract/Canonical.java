package newsmill.ingest.extract;

import java.net.URI;

/** Whether the page's own word for its address can be trusted. */
final class Canonical {
    private Canonical() {}

    /**
     * The address of {@code rel=canonical} (or else of og:url), if it lies on the same site and is not merely the site's
     * front page while the page itself is not; else the address the page came from.
     */
    static String of(Evidence evidence) {
        String own = evidence.page.url();
        for (String said : new String[] {evidence.meta.link("canonical"), evidence.meta.first("og:url")}) {
            String absolute = absolute(own, said);
            if (absolute != null && trusted(own, absolute)) {
                return absolute;
            }
        }
        return own;
    }

    private static String absolute(String base, String said) {
        if (said == null || said.length() > 2_000) {
            return null;
        }
        try {
            URI uri = URI.create(base).resolve(said.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? uri.toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean trusted(String own, String said) {
        if (!site(own).equals(site(said))) {
            return false;
        }
        return path(said).length() > 1 || path(own).length() <= 1;
    }

    /** The last two labels of the host, or three under a short second level such as co.uk. */
    private static String site(String url) {
        String[] labels = Title.host(url)
                .toLowerCase(java.util.Locale.ROOT)
                .split("[:/]")[0]
                .split("\\.");
        int n = labels.length;
        int keep = n > 2 && labels[n - 2].length() <= 3 && labels[n - 1].length() == 2 ? 3 : 2;
        StringBuilder site = new StringBuilder();
        for (int i = Math.max(0, n - keep); i < n; i++) {
            site.append(labels[i]).append('.');
        }
        return site.toString();
    }

    private static String path(String url) {
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        return slash < 0 ? "" : url.substring(slash);
    }
}
