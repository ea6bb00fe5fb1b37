package newsmill.ingest.extract;

/**
 * A part of a site rule that does not fit a page, and so was not obeyed there.
 *
 * @param url the page
 * @param site the site that the rule is for
 * @param part {@code body}, {@code title}, {@code byline} or {@code published}
 * @param reason what the selector found instead
 */
public record RuleMisfit(String url, String site, String part, String reason) {
    /** The host of the page. */
    public String host() {
        return PageAddress.host(url);
    }

    /** The misfit without the page's address. */
    String text() {
        return "site rule for " + site + ": " + part + " " + reason + "; not obeyed";
    }

    @Override
    public String toString() {
        return url + ": " + text();
    }
}
