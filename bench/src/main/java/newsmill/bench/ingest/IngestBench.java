package newsmill.bench.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ingest as a whole against web servers of this machine; nothing goes further than 127.0.0.0/8. Broker, web servers and
 * ingest share the cores: quote the ratio.
 */
public final class IngestBench {
    private IngestBench() {}

    /** Runs it; arguments such as {@code links=50000} change a size, and 0 leaves a part out. */
    public static void main(String[] args) throws Exception {
        Map<String, Integer> sizes = sizes(args);
        if (sizes.get("pages") > 0) {
            FetchSpeed.run(sizes.get("pages"));
        }
        if (sizes.get("items") > 0) {
            ItemLatency.run(sizes.get("items"));
        }
        if (sizes.get("sources") > 0) {
            ManySources.run(sizes.get("sources"), sizes.get("hosts"), sizes.get("seconds"));
        }
        if (sizes.get("links") > 0) {
            Restart.run(sizes.get("links"));
        }
        System.exit(0);
    }

    private static Map<String, Integer> sizes(String[] args) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("pages", 10_000);
        sizes.put("items", 1_000);
        sizes.put("sources", 10_000);
        sizes.put("hosts", 2_000);
        sizes.put("seconds", 180);
        sizes.put("links", 1_000_000);
        for (String arg : args) {
            String name = arg.replaceFirst("=.*", "");
            if (!sizes.containsKey(name) || !arg.matches("[a-z]+=[0-9]+")) {
                throw new IllegalArgumentException(arg + ": should be one of " + sizes);
            }
            sizes.put(name, Integer.parseInt(arg.substring(name.length() + 1)));
        }
        return sizes;
    }
}
