package newsmill.ingest.frontier;

/** A record that is no link and no source; the message says why. It goes to the rejected topic. */
final class UnusableRecord extends RuntimeException {
    UnusableRecord(String message) {
        // One line, and no stack: the record is at fault, not the program.
        super(message.replaceAll("\\p{Cntrl}+", " "), null, false, false);
    }
}
