package newsmill.ingest.source;

import java.io.IOException;

/** What a source served is not what it should be; the message says what it is instead. */
public final class UnreadableSource extends IOException {
    UnreadableSource(String message) {
        super(message);
    }
}
