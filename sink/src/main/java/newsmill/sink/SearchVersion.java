package newsmill.sink;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a document, from the record alone: the revision first, then the version of the taggers. A Kafka offset would
 * begin again when a topic is made anew, and then lose updates.
 */
final class SearchVersion {
    /** What a revision weighs: three digits each for the taggers' major, minor and patch version. */
    private static final long REVISION = 1_000_000_000L;

    private static final Pattern NUMBERS =
            Pattern.compile("\\D*(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?.*", Pattern.DOTALL);

    private SearchVersion() {}

    /** Of an article that stands. */
    static long of(Delivery delivery) {
        return delivery.revision() * REVISION + rank(delivery.enricher());
    }

    /** Of a withdrawal: above every form of that revision, whoever tagged it, and below the next revision. */
    static long ofWithdrawal(long revision) {
        return revision * REVISION + REVISION - 1;
    }

    /** The revision that a document's version tells. */
    static long revision(long version) {
        return version / REVISION;
    }

    private static long rank(String enricher) {
        Matcher numbers = enricher == null ? null : NUMBERS.matcher(enricher);
        if (numbers == null || !numbers.matches()) {
            return 0;
        }
        long rank = 0;
        for (int i = 1; i <= 3; i++) {
            rank = rank * 1000 + (numbers.group(i) == null ? 0 : Integer.parseInt(numbers.group(i)));
        }
        return Math.min(rank, REVISION - 2);
    }
}
