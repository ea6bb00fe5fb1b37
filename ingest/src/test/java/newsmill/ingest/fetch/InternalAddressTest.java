package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import newsmill.ingest.LocalSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * FAULTS 51, over real connections: one address of the loopback network stands for the public web, the other is internal.
 */
@Timeout(30)
class InternalAddressTest {
    private static final String PUBLIC = "127.0.0.2";

    /** What names resolve to, one answer after the other; the last one stays. */
    private final Deque<String> answers = new ArrayDeque<>();

    private LocalSite open;
    private LocalSite internal;
    private Fetching fetching;

    /** Knows one more public address, and resolves names of a zone as a hostile name server would. */
    private final class Zone extends AddressGuard {
        Zone() {
            super(false);
        }

        @Override
        public boolean allows(InetAddress address) {
            return address.getHostAddress().equals(PUBLIC) || super.allows(address);
        }

        @Override
        InetAddress[] lookUp(String name) throws UnknownHostException {
            if (!name.endsWith(".example")) {
                return super.lookUp(name);
            }
            String all = answers.size() > 1 ? answers.poll() : answers.peek();
            InetAddress[] found = new InetAddress[all.split(",").length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(all.split(",")[i]);
            }
            return found;
        }
    }

    @BeforeEach
    void start() throws IOException {
        open = new LocalSite(PUBLIC);
        internal = new LocalSite();
        internal.on("/admin", LocalSite.text("internal"));
        fetching = new Fetching(new Zone());
    }

    @AfterEach
    void stop() {
        fetching.close();
        open.close();
        internal.close();
    }

    @Test
    void aRedirectToAnySpellingOfAnInternalAddressIsRefused() {
        open.on("/there", LocalSite.redirect(302, open.url("/here"))).on("/here", LocalSite.text("public"));
        assertEquals("public", fetching.fetch(open.url("/there")).text());

        String port = ":" + internal.port();
        for (String host : List.of(
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "127.0.0.1.",
                "127.000.000.001",
                "%31%32%37.0.0.1",
                "\u2460\u2461\u2466.0.0.1",
                "127\u30020\u30020\u30021",
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "[fe80::1]",
                "[fe80::1%25lo]",
                "[fc00::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[100::1]",
                "[2001:db8::1]",
                "0.0.0.0",
                "0",
                "10.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "user:pass@127.0.0.1",
                PUBLIC + "@127.0.0.1")) {
            open.on("/there", LocalSite.redirect(302, "http://" + host + port + "/admin"));
            String problem = fetching.problem(open.url("/there"));
            // What the resolver itself does not take for an address is refused by it.
            assertTrue(
                    problem.startsWith("address refused")
                            || problem.startsWith("redirects to something")
                            || problem.equals("unknown host"),
                    host + ": " + problem);
        }
        for (String address :
                List.of("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:70/", "//127.1" + port)) {
            open.on("/there", LocalSite.redirect(302, address));
            fetching.problem(open.url("/there"));
        }
        assertEquals(List.of(), internal.asked);
    }

    @Test
    void aNameThatIsPublicFirstAndPrivateAtConnectIsRefused() {
        answers.add(PUBLIC);
        answers.add("127.0.0.1");
        // The first question is anybody's who looks before the fetch; the second is the connection's.
        Zone zone = new Zone();
        try {
            assertEquals(1, zone.resolve("rebinding.example").length);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
        String problem = fetching.problem("http://rebinding.example:" + internal.port() + "/admin");
        assertTrue(problem.startsWith("address refused"), problem);
        assertEquals(List.of(), internal.asked);
    }

    @Test
    void aRedirectToTheSameNameIsCheckedAnewAndOfSeveralAddressesOnlyThePublicAreUsed() {
        answers.add(PUBLIC);
        answers.add("127.0.0.1");
        String away = "http://turning.example:" + internal.port() + "/admin";
        open.on("/a", LocalSite.redirect(302, away));
        String problem = fetching.problem("http://turning.example:" + open.port() + "/a");
        assertTrue(problem.startsWith("address refused"), problem);

        answers.clear();
        answers.add("127.0.0.1," + PUBLIC + ",10.0.0.1");
        open.on("/b", LocalSite.text("public"));
        assertEquals(
                "public",
                fetching.fetch("http://both.example:" + open.port() + "/b").text());
        assertEquals(List.of(), internal.asked);
    }

    @Test
    void theSettingAllowsThem() {
        try (Fetching trusting = new Fetching(new AddressGuard(true))) {
            assertEquals("internal", trusting.fetch(internal.url("/admin")).text());
        }
    }
}
