package newsmill.ingest.fetch;

import java.net.URI;

/**
 * What to fetch.
 *
 * @param url absolute, http or https
 * @param validators what an earlier response gave, or {@link Validators#NONE}
 * @param follow whether to follow redirects; if not, the redirect itself is the response
 */
public record Request(URI url, Validators validators, boolean follow) {
    public Request {
        validators = validators == null ? Validators.NONE : validators;
    }

    Request to(URI next) {
        // The validators belong to the address they came from.
        return new Request(next, Validators.NONE, follow);
    }
}
