package newsmill.sink;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition that a worker was given, and how far Kafka says its group has come.
 *
 * @param partition the partition
 * @param topicId the topic's id, which is another one when a topic is deleted and made again under its name
 * @param committed the group's offset, if there is one, with the words that were kept beside it
 */
public record Claim(TopicPartition partition, String topicId, Optional<OffsetAndMetadata> committed) {}
