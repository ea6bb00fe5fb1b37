package newsmill.ingest.frontier;

import java.io.IOException;
import java.io.UncheckedIOException;
import newsmill.article.Json;

/** What the frontier remembers, as JSON: stores outlive the version that wrote them. */
final class StateJson {
    private StateJson() {}

    static byte[] write(Object state) {
        return Json.write(state);
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return bytes == null ? null : Json.read(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("the store holds something that is no " + type.getSimpleName(), e);
        }
    }
}
