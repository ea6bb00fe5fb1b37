package newsmill.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param url the address that answered, after redirects
 * @param status its status
 * @param headers by lower-case name, values in order
 * @param body after content decoding; empty where there is none
 * @param location where a redirect that was not followed leads, or null
 * @param movedTo the address to ask from now on, if every redirect on the way was a permanent one; else null
 */
public record Response(URI url, int status, Map<String, List<String>> headers, byte[] body, URI location, URI movedTo) {
    /** The first value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    /** What to send with the next request for this address. */
    public Validators validators() {
        return new Validators(header("etag"), header("last-modified"));
    }

    /** The body as text in UTF-8, for messages and tests. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** True if it is a redirect with somewhere to go. */
    boolean redirects() {
        return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
                && header("location") != null;
    }

    Response with(byte[] decoded, URI location, URI movedTo) {
        return new Response(url, status, headers, decoded, location, movedTo);
    }
}
