import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A real OpenSearch 2 of one node with its HTTP API on loopback: {@code java -cp … OpenSearch2.java DIRECTORY PORT}. It runs in
 * a JVM of its own, for its class path does not go together with Kafka's, and ends when its input does: with the test that
 * started it, however that ends.
 */
public final class OpenSearch2 extends Node {
    private OpenSearch2(Environment environment, List<Class<? extends Plugin>> plugins) {
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
        try (OpenSearch2 node = new OpenSearch2(
                new Environment(settings, config), List.of(Netty4Plugin.class, CommonAnalysisPlugin.class))) {
            node.start();
            System.out.println("ready");
            while (System.in.read() >= 0) {
                continue;
            }
        }
        System.exit(0);
    }
}
