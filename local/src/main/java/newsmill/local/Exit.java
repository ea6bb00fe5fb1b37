package newsmill.local;

/** What an exit code means. */
final class Exit {
    /** All is done. */
    static final int OK = 0;
    /** Done, but some records could not be used; each is named on stderr. */
    static final int BAD_RECORDS = 1;
    /** The command line or a setting is wrong; nothing was done. */
    static final int USAGE = 2;
    /** A file, an address or the broker cannot be reached. */
    static final int UNAVAILABLE = 3;
    /** Newsmill is at fault. */
    static final int FAULT = 70;
    /** Nobody reads the output any more, as when {@code head} has seen enough. */
    static final int OUTPUT_CLOSED = 141;

    /** For the foot of a command's help. */
    static final String HELP = "Exit codes: 0 done; 1 done, but some records could not be used; 2 wrong command line"
            + " or setting; 3 a file, an address or the broker cannot be reached; 70 a fault of Newsmill.";

    private Exit() {}
}
