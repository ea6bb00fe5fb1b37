package newsmill.local;

/** What ends a command: one line for the user that says what is wrong and how to mend it, and the exit code. */
final class Trouble extends RuntimeException {
    private final int exit;

    private Trouble(int exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** The user gave something wrong. */
    static Trouble usage(String message) {
        return new Trouble(Exit.USAGE, message, null);
    }

    /** Something outside of Newsmill is not there. */
    static Trouble unavailable(String message, Throwable cause) {
        return new Trouble(Exit.UNAVAILABLE, message, cause);
    }

    int exit() {
        return exit;
    }
}
