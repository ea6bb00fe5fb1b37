package newsmill.ingest.archive;

import java.time.Instant;

/** What stands at a place of a WARC file: a web page's answer, something that is none, or something unreadable. */
public sealed interface WarcEntry {
    /** Where it begins in the file: of a compressed file, the place in the compressed bytes. */
    long offset();

    /**
     * An answer with status 200 that says it is a web page, or does not say what it is.
     *
     * @param url the address that was asked
     * @param fetched when
     * @param message status line, headers and body as they came over the wire
     */
    record Answer(long offset, String url, Instant fetched, byte[] message) implements WarcEntry {}

    /**
     * A record that holds no page, as most do.
     *
     * @param what in a word or two: {@code request}, {@code status 404}, {@code image/png}
     */
    record Other(long offset, String what) implements WarcEntry {}

    /**
     * A record that is cut off, says what is not so of itself, or cannot be read.
     *
     * @param reason what is wrong, in one line
     * @param bytes what stands there, or as much of it as is kept
     */
    record Broken(long offset, String reason, byte[] bytes) implements WarcEntry {}
}
