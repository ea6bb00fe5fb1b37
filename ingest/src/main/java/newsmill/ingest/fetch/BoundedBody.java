package newsmill.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Collects one response as it arrives, and ends the connection when the body grows too large. */
final class BoundedBody extends AbstractBinResponseConsumer<Response> {
    private final URI url;
    private final int limit;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;
    private Map<String, List<String>> headers;

    BoundedBody(URI url, int limit) {
        this.url = url;
        this.limit = limit;
    }

    @Override
    protected void start(HttpResponse response, ContentType type) {
        status = response.getCode();
        headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer chunk, boolean endOfStream) throws FetchException {
        if (body.size() + chunk.remaining() > limit) {
            throw new FetchException("larger than " + limit + " bytes", true);
        }
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        body.writeBytes(bytes);
    }

    @Override
    protected Response buildResult() {
        return new Response(url, status, headers, body.toByteArray(), null, null);
    }

    @Override
    public void releaseResources() {
        body.reset();
    }
}
