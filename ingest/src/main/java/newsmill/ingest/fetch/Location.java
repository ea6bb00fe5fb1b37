package newsmill.ingest.fetch;

import java.net.URI;
import java.util.Locale;
import org.jsoup.internal.StringUtil;

/** Where redirects lead. */
public final class Location {
    private Location() {}

    /** The address in a Location header, resolved; its fragment is left off. */
    static URI of(URI base, String location) throws FetchException {
        try {
            String absolute = StringUtil.resolve(base.toString(), location.strip());
            int fragment = absolute.indexOf('#');
            return WebAddress.uri(fragment < 0 ? absolute : absolute.substring(0, fragment));
        } catch (IllegalArgumentException e) {
            throw new FetchException("redirects to something that is no address", true);
        }
    }

    /** The host in lower case, with its port where that is not the scheme's own: the unit of politeness. */
    public static String of(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        int port = url.getPort();
        return port == -1 || port == 80 || port == 443 ? host : host + ":" + port;
    }
}
