package newsmill.enrich;

import java.time.Clock;
import java.util.Map;
import newsmill.article.Article;
import newsmill.article.JsonSerde;
import newsmill.article.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Raw topic, then {@link Enrichment}, then enriched topic. What cannot be read or tagged goes to the rejected topic by
 * Kafka Streams' own dead letters ({@link EnrichConfig#properties}).
 */
final class EnrichTopology {
    /** The store of {@link Seen} by article id. */
    static final String SEEN = "seen";

    private EnrichTopology() {}

    static Topology of(EnrichConfig config, Enricher enricher, Clock clock, Overruns overruns, EnrichMetrics metrics) {
        Topics topics = config.kafka().topics();
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(seen());
        builder.stream(
                        topics.raw(),
                        Consumed.with(Serdes.String(), new JsonSerde<>(Article.class))
                                .withName("raw"))
                .process(() -> new Enrichment(config, enricher, clock, overruns, metrics), Named.as("enrich"), SEEN)
                .to(
                        topics.enriched(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("enriched"));
        return builder.build();
    }

    private static StoreBuilder<KeyValueStore<String, Seen>> seen() {
        // Records are dated as their articles; brokers refuse what lies ahead of their clock unless told to use it.
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(SEEN), Serdes.String(), new JsonSerde<>(Seen.class))
                .withLoggingEnabled(Map.of("message.timestamp.type", "LogAppendTime"));
    }
}
