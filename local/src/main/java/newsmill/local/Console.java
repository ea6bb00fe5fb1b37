package newsmill.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import newsmill.local.filter.Printable;

/** Where commands print: data on stdout, messages on stderr. */
final class Console {
    private Console() {}

    /** The bare standard output: no encoding, no hidden buffer. */
    static OutputStream data() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** A message of one line. */
    static synchronized void say(String message) {
        System.err.println("newsmill: " + message);
    }

    /** True if somebody types at the keyboard and reads the answer on the screen. */
    static boolean interactive() {
        return System.console() != null;
    }

    /** An exception's message, or its name where it has none, fit for one line. */
    static String reason(Throwable e) {
        return Printable.text(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
}
