package newsmill.ingest.extract;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import newsmill.article.CanonicalUrl;

/** Whether the page's own word for its address can be trusted. */
final class Canonical {
    private Canonical() {}

    /**
     * The address of {@code rel=canonical} (or else of og:url), if it lies on the same site and is neither the site's front
     * page nor the section that the page is in; else the address the page came from.
     */
    static Told<String> of(Evidence evidence) {
        String own = evidence.page.url();
        String refused = "";
        for (Told<String> said : said(evidence.meta)) {
            String absolute = absolute(own, said.value());
            if (absolute != null && trusted(own, absolute)) {
                return new Told<>(absolute, said.evidence());
            }
            refused += "; not trusted: " + said.evidence() + " " + said.value();
        }
        return new Told<>(own, "where the page came from" + refused);
    }

    private static List<Told<String>> said(MetaTags meta) {
        List<Told<String>> out = new ArrayList<>();
        if (meta.link("canonical") != null) {
            out.add(new Told<>(meta.link("canonical"), "link canonical"));
        }
        if (meta.first("og:url") != null) {
            out.add(meta.told("og:url"));
        }
        return out;
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
        try {
            String here = CanonicalUrl.of(own);
            String there = CanonicalUrl.of(said);
            return here.equals(there)
                    || isSameSite(PageAddress.host(here), PageAddress.host(there))
                            && (!PageAddress.isHome(said) || PageAddress.isHome(own))
                            && !PageAddress.isSectionOf(said, own);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One registered domain, by the public suffix list: {@code a.blogs.example} and {@code b.blogs.example} may be two. */
    private static boolean isSameSite(String here, String there) {
        if (here.equals(there)) {
            return true;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(here, true, false);
        return domain != null
                && there.endsWith(domain)
                && domain.equals(EffectiveTldFinder.getAssignedDomain(there, true, false));
    }
}
