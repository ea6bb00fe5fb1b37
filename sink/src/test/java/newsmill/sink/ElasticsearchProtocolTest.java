package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract over the protocol of Elasticsearch 9: no real one can be had here, {@code SearchSinkTest} has what can. */
class ElasticsearchProtocolTest extends SinkContract {
    private final ElasticsearchStub server = stub();

    @Override
    Map<String, String> settings() {
        return Map.of(
                "NEWSMILL_SINK",
                "search",
                "NEWSMILL_SINK_SEARCH_URL",
                server.url().toString(),
                "NEWSMILL_SINK_SEARCH_INDEX",
                prefix);
    }

    @Override
    Map<String, Integer> articles() {
        return server.revisions(prefix);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void articleThatTheMappingRefusesIsRejectedWithTheServersReason() throws IOException {
        SinkApp app = start();
        send(0, 3, 1);
        send(new ProducerRecord<>(
                topics.enriched(), key("wrong"), utf8("{\"id\":\"wrong\",\"fetchedAt\":\"yesterday\"}")));
        settle(app);
        assertEquals(revisions(0, 3, 1), articles());
        String reason =
                newsmill.article.Rejection.read(rejected(1).get(0).headers()).reason();
        assertTrue(reason.contains("document_parsing_exception: [1:30] failed to parse field [fetchedAt]"), reason);
    }

    private static ElasticsearchStub stub() {
        try {
            return new ElasticsearchStub(9);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
