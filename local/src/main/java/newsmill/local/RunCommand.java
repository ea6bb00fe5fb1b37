package newsmill.local;

import java.util.List;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.enrich.EnrichApp;
import newsmill.enrich.EnrichConfig;
import newsmill.ingest.IngestApp;
import newsmill.ingest.IngestConfig;
import newsmill.sink.SinkApp;
import newsmill.sink.SinkConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        header = "Run one service against your Kafka, until it is told to stop.",
        description = {
            "The services are ingest (sources to raw articles), enrich (raw to enriched) and sink (enriched to files or a"
                    + " search engine). Start as many copies of each as you like: they share the work.",
            "NEWSMILL_KAFKA_BOOTSTRAP_SERVERS says where Kafka is (default localhost:9092); make the topics once with:"
                    + " newsmill topics create. NEWSMILL_STATUS_PORT opens /healthz and /metrics."
        },
        footer = {
            "",
            "Exit codes: 0 stopped by SIGTERM; 1 a failure it cannot wait out; 2 wrong command line or setting; 3 the"
                    + " broker or a topic is not there."
        })
final class RunCommand implements Runnable {
    /** What can be run. */
    enum ServiceName {
        ingest,
        enrich,
        sink;

        private List<String> topics(Topics topics) {
            return switch (this) {
                case ingest -> IngestApp.topics(topics);
                case enrich -> List.of(topics.raw(), topics.enriched(), topics.rejected());
                case sink -> List.of(topics.enriched(), topics.rejected());
            };
        }

        private void check(Settings settings) {
            switch (this) {
                case ingest -> IngestConfig.from(settings);
                case enrich -> EnrichConfig.from(settings);
                case sink -> SinkConfig.from(settings);
            }
        }
    }

    @Parameters(paramLabel = "SERVICE", description = "${COMPLETION-CANDIDATES}")
    ServiceName service;

    @Override
    public void run() {
        Settings settings = new Settings(System.getenv());
        service.check(settings);
        // Looked for here first: a service's own clients would fill the log before it can say so in one line.
        Cluster.of(settings, service::topics);
        String[] none = {};
        switch (service) {
            case ingest -> IngestApp.main(none);
            case enrich -> EnrichApp.main(none);
            case sink -> SinkApp.main(none);
        }
    }
}
