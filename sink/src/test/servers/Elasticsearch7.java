import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * A real Elasticsearch 7 of one node with its HTTP API on loopback: {@code java -cp … Elasticsearch7.java DIRECTORY PORT}. It runs in
 * a JVM of its own, for its class path does not go together with Kafka's, and ends when its input does: with the test that
 * started it, however that ends.
 */
public final class Elasticsearch7 extends Node {
    private Elasticsearch7(Environment environment, List<Class<? extends Plugin>> plugins) {
        super(environment, plugins, false);
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Path config = Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("cluster.name", "newsmill-test")
                .put("node.name", "test")
                .put("discovery.type", "single-node")
                .put("http.host", "127.0.0.1")
                .put("http.port", args[1])
                .put("transport.host", "127.0.0.1")
                .put("transport.port", "0")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("node.processors", 2)
                .build();
        try (Elasticsearch7 node = new Elasticsearch7(
                new Environment(settings, config), List.of(Netty4Plugin.class))) {
            node.start();
            System.out.println("ready");
            while (System.in.read() >= 0) {
                continue;
            }
        }
        System.exit(0);
    }
}
