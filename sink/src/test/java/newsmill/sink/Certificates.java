package newsmill.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of its own, and a server's certificate from it, made by the JDK's keytool. */
final class Certificates {
    private static final char[] PASSWORD = "for-tests".toCharArray();
    private final Path directory;

    /** @param host whom the server's certificate is for, as keytool says it: {@code ip:127.0.0.1}, {@code dns:example.org} */
    Certificates(Path directory, String host) throws IOException {
        this.directory = Files.createDirectories(directory);
        keytool("ca.p12", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=An authority", "-ext", "bc:c");
        keytool("ca.p12", "-exportcert", "-alias", "ca", "-rfc", "-file", "ca.pem");
        keytool("server.p12", "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=A server");
        keytool("server.p12", "-certreq", "-alias", "server", "-file", "server.csr");
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-ext",
                "san=" + host,
                "-rfc",
                "-infile",
                "server.csr",
                "-outfile",
                "server.pem");
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem");
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "server", "-file", "server.pem");
    }

    /** The authority's certificate. */
    Path authority() {
        return directory.resolve("ca.pem");
    }

    /** What a server needs. */
    SSLContext server() throws IOException {
        try (InputStream in = Files.newInputStream(directory.resolve("server.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void keytool(String store, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                new String(PASSWORD)));
        command.addAll(1, List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
