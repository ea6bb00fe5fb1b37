package newsmill.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Properties;
import newsmill.article.Settings;
import org.junit.jupiter.api.Test;

class EnrichConfigTest {
    private static EnrichConfig config(Map<String, String> env) {
        return EnrichConfig.from(new Settings(env));
    }

    @Test
    void settingsOfKafkaPassThroughAndWinOverOurs() {
        Properties properties = config(Map.of(
                        "NEWSMILL_KAFKA_SASL_MECHANISM", "PLAIN",
                        "NEWSMILL_KAFKA_PRODUCER_COMPRESSION_TYPE", "zstd"))
                .properties();
        assertEquals("PLAIN", properties.get("sasl.mechanism"));
        assertEquals("zstd", properties.get("producer.compression.type"));
    }

    @Test
    void guaranteeAndDeadLettersCannotBeSetAside() {
        Properties properties = config(Map.of(
                        "NEWSMILL_TOPIC_PREFIX", "desk",
                        "NEWSMILL_KAFKA_PROCESSING_GUARANTEE", "at_least_once",
                        "NEWSMILL_KAFKA_ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME", "elsewhere"))
                .properties();
        assertEquals("exactly_once_v2", properties.get("processing.guarantee"));
        assertEquals("desk.rejected.v1", properties.get("errors.dead.letter.queue.topic.name"));
        assertEquals("desk-enrich", properties.get("application.id"));
    }

    @Test
    void timeLimitThatATransactionCannotHoldIsRefusedByName() {
        for (String wrong : new String[] {"0s", "1m"}) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> config(Map.of("NEWSMILL_ENRICH_TIME_LIMIT", wrong)))
                    .getMessage();
            assertEquals("NEWSMILL_ENRICH_TIME_LIMIT=" + wrong + ": should be from 10ms to 15s", message);
        }
    }
}
