package newsmill.ingest;

import newsmill.article.Topics;
import newsmill.ingest.frontier.Frontier;
import newsmill.ingest.frontier.FrontierSettings;
import newsmill.ingest.frontier.HostPartitioner;
import newsmill.ingest.frontier.Punctuality;
import newsmill.ingest.frontier.Stores;
import newsmill.ingest.frontier.Visitor;
import newsmill.ingest.health.HealthDesk;
import newsmill.ingest.health.HealthMetrics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Sources and links in, raw articles out; links to other partitions' hosts go back in. Beside it, visits in, events about
 * the sources' health out.
 */
public final class IngestTopology {
    private IngestTopology() {}

    /** The topology, with nobody to watch its punctuality. @param partitions of the sources topic and of the links topic */
    public static Topology of(IngestConfig config, int partitions, Visitor visitor, HealthMetrics health) {
        return of(config, partitions, visitor, health, Punctuality.UNWATCHED);
    }

    /** The topology. @param partitions of the sources topic and of the links topic */
    public static Topology of(
            IngestConfig config, int partitions, Visitor visitor, HealthMetrics health, Punctuality punctuality) {
        Topics topics = config.kafka().topics();
        FrontierSettings settings = new FrontierSettings(
                topics.sources(),
                config.schedule(),
                config.fetch().robotName(),
                partitions,
                config.inFlight(),
                IngestConfig.TICK,
                IngestConfig.CLOSE_WAIT,
                config.fetch().maxRedirects(),
                config.maxRecordBytes());
        ProcessorSupplier<String, byte[], String, byte[]> frontier = () -> new Frontier(settings, visitor, punctuality);

        Topology topology = new Topology()
                .addSource("sources", new StringDeserializer(), new ByteArrayDeserializer(), topics.sources())
                .addSource("links", new StringDeserializer(), new ByteArrayDeserializer(), topics.links())
                .addProcessor("frontier", frontier, "sources", "links")
                .addSink("raw", topics.raw(), new StringSerializer(), new ByteArraySerializer(), "frontier")
                .addSink(
                        "links-out",
                        topics.links(),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        new HostPartitioner(),
                        "frontier");
        Stores.builders().forEach(store -> topology.addStateStore(store, "frontier"));
        return withHealth(topology, topics, health);
    }

    /** What came of visits goes over a topic: the pages a source lists may belong to other partitions than it does. */
    private static Topology withHealth(Topology topology, Topics topics, HealthMetrics health) {
        ProcessorSupplier<String, byte[], String, byte[]> desk = () -> new HealthDesk(health);
        topology.addSink("visits-out", topics.visits(), new StringSerializer(), new ByteArraySerializer(), "frontier")
                .addSource("visits", new StringDeserializer(), new ByteArrayDeserializer(), topics.visits())
                .addProcessor("health", desk, "visits")
                .addStateStore(HealthDesk.store(), "health")
                .addSink(
                        "source-health",
                        topics.sourceHealth(),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        "health");
        return topology;
    }
}
