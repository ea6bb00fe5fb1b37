package newsmill.ingest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Keeps the fetcher out of internal networks. It is the client's resolver, so the addresses it lets through are the
 * very ones that are connected to: a name that resolves to a public address first and a private one at connect gains
 * nothing.
 */
public class AddressGuard implements DnsResolver {
    /** Ports below 1024 of services that are not the web; a request to them could be read as a command. */
    private static final Set<Integer> WEB_PORTS_BELOW_1024 = Set.of(80, 443);

    /** To browsers and to C's inet_aton 0177.0.0.1 is 127.0.0.1, to Java 177.0.0.1. */
    private static final Pattern OCTAL = Pattern.compile("(?:[0-9]+\\.)*0[0-9]+(?:\\.[0-9]+)*\\.?");

    private final boolean allowPrivate;

    /** A guard. @param allowPrivate lets everything through, for a trusted network and for tests */
    public AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** The address is not one to fetch from. */
    public static final class Refused extends UnknownHostException {
        Refused(String message) {
            super(message);
        }
    }

    /** Checks all of an address that can be checked before its name is resolved. */
    public void check(URI url) throws Refused {
        String scheme = url.getScheme();
        if (scheme == null || !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new Refused("not http or https");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            throw new Refused(url.getHost() == null ? "no host" : "a user name in the address");
        }
        int port = url.getPort();
        if (port != -1 && port < 1024 && !WEB_PORTS_BELOW_1024.contains(port) && !allowPrivate) {
            throw new Refused("port " + port + " is not for the web");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (OCTAL.matcher(name).matches()) {
            throw new Refused(host + " is a number that not everyone reads alike");
        }
        InetAddress[] all = lookUp(name);
        InetAddress[] open = Arrays.stream(all).filter(this::allows).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new Refused(host + " is at the internal address " + all[0].getHostAddress());
        }
        return open;
    }

    InetAddress[] lookUp(String name) throws UnknownHostException {
        return InetAddress.getAllByName(name);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** True if this address may be connected to. */
    public boolean allows(InetAddress address) {
        if (allowPrivate) {
            return true;
        }
        if (address instanceof Inet6Address six) {
            return isPublic6(six.getAddress());
        }
        return address instanceof Inet4Address && isPublic4(address.getAddress(), 0);
    }

    /** IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast and class E. */
    private static boolean isPublic4(byte[] ip, int at) {
        int a = ip[at] & 255;
        int b = ip[at + 1] & 255;
        int c = ip[at + 2] & 255;
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    /** Global unicast is 2000::/3 without its special blocks; NAT64 (RFC 6052) is what it carries. */
    private static boolean isPublic6(byte[] ip) {
        int first = (ip[0] & 255) << 8 | ip[1] & 255;
        int second = (ip[2] & 255) << 8 | ip[3] & 255;
        if (first == 0x64 && second == 0xff9b) {
            for (int i = 4; i < 12; i++) {
                if (ip[i] != 0) {
                    return false;
                }
            }
            return isPublic4(ip, 12);
        }
        boolean global = (first & 0xe000) == 0x2000;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8)
                || first == 0x2002
                || first == 0x3fff && second < 0x1000;
        return global && !special;
    }
}
