import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A real OpenSearch 3 of one node with its HTTP API on loopback: {@code java -cp … OpenSearch3.java DIRECTORY PORT}. It runs in
 * a JVM of its own, for its class path does not go together with Kafka's, and ends when its input does: with the test that
 * started it, however that ends.
 */
public final class OpenSearch3 extends Node {
    private OpenSearch3(Environment environment, List<Class<? extends Plugin>> plugins) {
        super(environment, plugins.stream().map(OpenSearch3::info).toList(), false);
    }

    private static PluginInfo info(Class<? extends Plugin> plugin) {
        return new PluginInfo(
                plugin.getName(), "on the class path", "1", Version.CURRENT, "21", plugin.getName(), List.of(), false);
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
        try (OpenSearch3 node = new OpenSearch3(
                new Environment(settings, config), List.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class))) {
            node.start();
            System.out.println("ready");
            while (System.in.read() >= 0) {
                continue;
            }
        }
        System.exit(0);
    }
}
