package newsmill.local.filter;

import java.util.List;

/**
 * What became of a line: a record to print, and what is to be said about it.
 *
 * @param record the record's bytes, without a line feed
 * @param error what was wrong with the line, on one line, or null
 * @param notes what else is to be said, a line each
 */
public record Outcome(byte[] record, String error, List<String> notes) {
    /** A line that was used. */
    public static Outcome of(byte[] record) {
        return of(record, List.of());
    }

    /** A line that was used, and what there is to say about it. */
    public static Outcome of(byte[] record, List<String> notes) {
        return new Outcome(record, null, notes);
    }

    /** A line that could not be used: in its place stands a record with the reason and, where it can be read, the id. */
    public static Outcome rejected(Line line, String reason) {
        String clean = Printable.text(reason);
        return new Outcome(RejectedLine.of(line, clean).json(), Printable.text(line.place()) + ": " + clean, List.of());
    }
}
