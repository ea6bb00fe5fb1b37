package newsmill.ingest.fetch;

import java.io.IOException;

/** A fetch that gave no response that can be used; the message says why, in a few words and on one line. */
public final class FetchException extends IOException {
    /** Whether trying again soon is of no use. */
    private final boolean lasting;

    FetchException(String message, boolean lasting) {
        super(message);
        this.lasting = lasting;
    }

    public boolean lasting() {
        return lasting;
    }
}
