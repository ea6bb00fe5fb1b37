package newsmill.enrich;

import java.util.Arrays;

/** An article that cannot be tagged; the message names it and says why. It goes to the rejected topic. */
public final class UnusableArticle extends RuntimeException {
    /** The trace travels as a header of the rejected record, which has a limit; a stack that overflowed has a thousand lines. */
    private static final int TRACE_LINES = 40;

    UnusableArticle(String message) {
        super(line(message), null, false, false);
    }

    UnusableArticle(String message, Throwable cause) {
        super(line(message), shorten(cause), false, false);
    }

    /** Ids and keys come from outside; a log line and a header stay one line. */
    private static String line(String message) {
        return message.replaceAll("\\p{Cntrl}", "?");
    }

    private static Throwable shorten(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            StackTraceElement[] trace = each.getStackTrace();
            each.setStackTrace(Arrays.copyOf(trace, Math.min(trace.length, TRACE_LINES)));
        }
        return cause;
    }
}
