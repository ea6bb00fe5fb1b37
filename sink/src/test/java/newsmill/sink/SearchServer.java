package newsmill.sink;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real servers that the search sink is tested against; the second and the third with {@code mvn -Pservers}. */
enum SearchServer {
    OPENSEARCH_2("OpenSearch2.java", Path.of("target"), 17, 24),
    OPENSEARCH_3("OpenSearch3.java", Path.of("servers", "opensearch3", "target"), 21, 99),
    ELASTICSEARCH_7("Elasticsearch7.java", Path.of("servers", "elasticsearch7", "target"), 17, 23);

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private final String source;
    private final Path built;
    private final int leastJava;
    private final int mostJava;

    SearchServer(String source, Path built, int leastJava, int mostJava) {
        this.source = source;
        this.built = built;
        this.leastJava = leastJava;
        this.mostJava = mostJava;
    }

    /** Skips the test where this server cannot be run, and says why. */
    void assumeThatItRuns() throws IOException {
        assumeTrue(Files.exists(classPath()), this + " is skipped: its jars come with mvn -Pservers");
        assumeTrue(
                java() != null,
                this + " is skipped: it needs Java " + leastJava + " to " + mostJava + ", and beside "
                        + System.getProperty("java.home") + " is none");
    }

    /** What starts it with this home and port. */
    List<String> command(Path home, int port) throws IOException {
        return List.of(
                java().resolve("bin/java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dopensearch.path.conf=" + home.resolve("config"),
                "-Des.path.conf=" + home.resolve("config"),
                "-cp",
                Files.readString(classPath()).strip(),
                Path.of("src", "test", "servers", source).toString(),
                home.toString(),
                Integer.toString(port));
    }

    private Path classPath() {
        return built.resolve("server.classpath");
    }

    /** The JVM of the tests, or one that is installed beside it; null if none has the version. */
    private Path java() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> homes = new ArrayList<>(List.of(own));
        try (Stream<Path> beside = Files.list(own.getParent())) {
            beside.sorted().forEach(homes::add);
        }
        for (Path home : homes) {
            Path release = home.resolve("release");
            if (Files.isRegularFile(release) && Files.isExecutable(home.resolve("bin/java"))) {
                Matcher version = VERSION.matcher(Files.readString(release));
                int java = version.find() ? Integer.parseInt(version.group(1)) : 0;
                if (java >= leastJava && java <= mostJava) {
                    return home;
                }
            }
        }
        return null;
    }
}
