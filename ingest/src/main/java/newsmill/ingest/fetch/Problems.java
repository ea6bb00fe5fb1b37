package newsmill.ingest.fetch;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says in a few words what went wrong. */
final class Problems {
    private static final int LONGEST = 200;

    private Problems() {}

    static FetchException named(Throwable problem, FetchSettings settings) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof FetchException already) {
            return already;
        }
        return new FetchException(oneLine(words(cause, settings)), cause instanceof AddressGuard.Refused);
    }

    private static String words(Throwable cause, FetchSettings settings) {
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return "not done within " + settings.total().toMillis() + " ms";
        }
        if (cause instanceof AddressGuard.Refused) {
            return "address refused: " + cause.getMessage();
        }
        if (cause instanceof UnknownHostException) {
            return "unknown host";
        }
        if (cause instanceof ConnectException) {
            return "cannot connect: " + cause.getMessage();
        }
        if (cause instanceof SSLException) {
            return "TLS: " + cause.getMessage();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** A server's words may hold line breaks and terminal escapes; a log line must not. */
    private static String oneLine(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return cut.replaceAll("\\p{Cntrl}+", " ");
    }
}
