package newsmill.ingest.fetch;

import java.net.URI;

/**
 * What to fetch.
 *
 * @param url absolute, http or https
 * @param validators what an earlier response gave, or {@link Validators#NONE}
 * @param acrossHosts whether to follow a redirect to another host; if not, the redirect itself is the response
 */
public record Request(URI url, Validators validators, boolean acrossHosts) {
    public Request {
        validators = validators == null ? Validators.NONE : validators;
    }

    Request to(URI next) {
        // The validators belong to the address they came from.
        return new Request(next, Validators.NONE, acrossHosts);
    }
}
