package newsmill.article;

/**
 * The names of Newsmill's Kafka topics. A breaking change of a record is a new version of its topic, beside the old one.
 *
 * @param prefix what every name begins with: a setting, so that several installations can share a cluster
 */
public record Topics(String prefix) {
    /** The names as they are unless a setting says otherwise. */
    public static final Topics DEFAULT = new Topics("newsmill");

    public Topics {
        if (prefix == null || !prefix.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException("topic prefix '" + prefix + "': use letters, digits, '.', '_' or '-'");
        }
    }

    /** What to poll; key: source id, compacted; partitioned by host as {@link #links()} is. */
    public String sources() {
        return prefix + ".sources.v1";
    }

    /** Links to fetch; key: host. Anyone may write one here. */
    public String links() {
        return prefix + ".links.v1";
    }

    /** What came of each visit to a source or to a page it listed; key: source id. Ingest reads it for its judgement. */
    public String visits() {
        return prefix + ".visits.v1";
    }

    /** {@link SourceHealth}: when a source falls ill, and when it is well again; key: source id. */
    public String sourceHealth() {
        return prefix + ".source-health.v1";
    }

    /** {@link Article}s; key: article id. */
    public String raw() {
        return prefix + ".raw.v1";
    }

    /** {@link EnrichedArticle}s; key: article id. */
    public String enriched() {
        return prefix + ".enriched.v1";
    }

    /** Records that could not be used: the original key and bytes, and the reason in headers. */
    public String rejected() {
        return prefix + ".rejected.v1";
    }

    /** How far each replay has come; key: its name, compacted. */
    public String replays() {
        return prefix + ".replays.v1";
    }
}
