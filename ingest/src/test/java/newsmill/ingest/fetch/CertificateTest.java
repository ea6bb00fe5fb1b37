package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** FAULTS 28: certificates that are not what they should be, from an authority that is trusted here. */
@Timeout(60)
class CertificateTest {
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";

    @TempDir
    static Path folder;

    private static Fetching fetching;
    private static String trustedBefore;

    @BeforeAll
    static void makeCertificates() throws Exception {
        made("ca", "-ext", "bc:c");
        made("good", "-ext", "SAN=ip:127.0.0.1", "-signer", "ca");
        made("expired", "-ext", "SAN=ip:127.0.0.1", "-signer", "ca", "-startdate", "-30d", "-validity", "10");
        made("early", "-ext", "SAN=ip:127.0.0.1", "-signer", "ca", "-startdate", "+10d", "-validity", "10");
        made("other", "-ext", "SAN=dns:other.example", "-signer", "ca");
        made("own", "-ext", "SAN=ip:127.0.0.1");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", keys().getCertificate("ca"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("trust.p12"))) {
            trust.store(out, PASSWORD.toCharArray());
        }
        trustedBefore = System.getProperty(TRUST);
        System.setProperty(TRUST, folder.resolve("trust.p12").toString());
        System.setProperty(TRUST + "Password", PASSWORD);
        fetching = new Fetching(new AddressGuard(true));
    }

    @AfterAll
    static void close() {
        fetching.close();
        System.clearProperty(TRUST + "Password");
        if (trustedBefore == null) {
            System.clearProperty(TRUST);
        } else {
            System.setProperty(TRUST, trustedBefore);
        }
    }

    private static void made(String name, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                "keys.p12",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name));
        command.addAll(List.of(more));
        Path log = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> command + ": " + read(log));
    }

    private static KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static HttpsServer server(String name) throws Exception {
        KeyStore all = keys();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                name, all.getKey(name, PASSWORD.toCharArray()), PASSWORD.toCharArray(), all.getCertificateChain(name));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            byte[] body = "secret page".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpsServer server) {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/a";
    }

    @Test
    void aGoodCertificateIsTaken() throws Exception {
        HttpsServer server = server("good");
        try {
            assertEquals("secret page", fetching.fetch(url(server)).text());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void expiredEarlyForeignAndHomemadeCertificatesAreRefusedInOneLineThatSaysTls() throws Exception {
        for (String name : List.of("expired", "early", "other", "own")) {
            HttpsServer server = server(name);
            try {
                String problem = fetching.problem(url(server));
                assertTrue(problem.startsWith("TLS: "), name + ": " + problem);
                assertTrue(problem.matches("[^\\p{Cntrl}]+"), name + ": " + problem);
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void whatDoesNotSpeakTlsIsRefused() throws Exception {
        try (RudeServer plain =
                new RudeServer(out -> out.write("HTTP/1.1 200 OK\r\n\r\nplain".getBytes(StandardCharsets.UTF_8)))) {
            String problem = fetching.problem(plain.url().toString().replace("http:", "https:"));
            assertTrue(problem.startsWith("TLS: "), problem);
        }
    }
}
