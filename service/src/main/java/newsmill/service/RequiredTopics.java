package newsmill.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;

/** Looks, before a service starts, that the broker answers and has the topics. */
public final class RequiredTopics {
    private static final Duration TO_CONNECT = Duration.ofSeconds(8);
    /** A broker that took the connection is there; one that has just started may take long to answer. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    /** A topic that was made a moment ago is not yet known to every broker. */
    private static final Duration NEW_TOPIC = Duration.ofSeconds(2);

    private RequiredTopics() {}

    /**
     * Returns if all is there. Fails within 8 seconds where no broker takes a connection, within 2 more where topics are
     * missing, and gives a broker that does not answer 30 seconds.
     *
     * @throws IllegalStateException if not; the message is one line that says what to do
     * @throws IllegalArgumentException if the broker's address is none
     */
    public static void check(KafkaSettings kafka, List<String> topics) {
        connect(kafka.bootstrapServers(), System.nanoTime() + TO_CONNECT.toNanos());
        long deadline = System.nanoTime() + TO_ANSWER.toNanos();
        long spread = Math.min(deadline, System.nanoTime() + NEW_TOPIC.toNanos());
        List<String> missing = missing(kafka, topics, deadline);
        while (!missing.isEmpty() && System.nanoTime() < spread) {
            pause();
            missing = missing(kafka, topics, deadline);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no such topic at " + kafka.bootstrapServers() + ": "
                    + String.join(", ", missing) + "; create what is missing with: ./newsmill topics create");
        }
    }

    /** Waits for any server to take a connection: Kafka's own clients would fill the log with their attempts. */
    private static void connect(String servers, long deadline) {
        String reason = "";
        do {
            for (String server : servers.split(",")) {
                try (Socket socket = new Socket()) {
                    String host = Utils.getHost(server.strip());
                    Integer port = Utils.getPort(server.strip());
                    if (host == null || port == null) {
                        throw new IllegalArgumentException("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS=" + servers
                                + ": should be host:port, or several with commas between");
                    }
                    socket.connect(new InetSocketAddress(host, port), 2_000);
                    return;
                } catch (IOException e) {
                    reason = e.getMessage();
                }
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new IllegalStateException("no Kafka broker at " + servers + " (" + reason
                + "); start one, or set NEWSMILL_KAFKA_BOOTSTRAP_SERVERS to where it is");
    }

    private static List<String> missing(KafkaSettings kafka, List<String> topics, long deadline) {
        Properties properties = kafka.properties();
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
        properties.put("default.api.timeout.ms", Long.toString(left));
        properties.put("request.timeout.ms", Long.toString(left));
        List<String> missing = new ArrayList<>();
        try (Admin admin = Admin.create(properties)) {
            var descriptions = admin.describeTopics(topics).topicNameValues();
            for (String topic : topics) {
                if (!exists(descriptions.get(topic), left)) {
                    missing.add(topic);
                }
            }
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new IllegalStateException(
                    "the Kafka broker at " + kafka.bootstrapServers() + " does not answer as it should: " + cause, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
        return missing;
    }

    private static boolean exists(KafkaFuture<TopicDescription> topic, long millis)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            topic.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }
}
