package newsmill.local.replay;

import newsmill.ingest.archive.WarcEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What stands at a place of an archive. */
sealed interface Entry {
    /** Where it stands. */
    Place place();

    /** About how many bytes of memory it needs. */
    int weight();

    /**
     * A place.
     *
     * @param file the number of the file in the list of files, from 0; a topic's partition
     * @param number of the entry in its file from 1; its offset on its partition
     * @param text for messages: {@code articles.jsonl:17}, {@code news.warc.gz@4711}, {@code newsmill.raw.v1-0@12}
     */
    record Place(int file, long number, String text) {}

    /**
     * A line of JSON.
     *
     * @param bytes null if there were too many
     * @param length how many there were
     */
    record Text(Place place, byte[] bytes, long length) implements Entry {
        @Override
        public int weight() {
            return 200 + (bytes == null ? 0 : bytes.length);
        }
    }

    /** A page's answer, kept in a WARC file. */
    record Page(Place place, WarcEntry.Answer answer) implements Entry {
        @Override
        public int weight() {
            return 200 + answer.message().length;
        }
    }

    /** A record of a topic. */
    record Kept(ConsumerRecord<byte[], byte[]> record) implements Entry {
        @Override
        public Place place() {
            return new Place(
                    record.partition(),
                    record.offset(),
                    record.topic() + "-" + record.partition() + "@" + record.offset());
        }

        @Override
        public int weight() {
            return 500 + (record.value() == null ? 0 : record.value().length);
        }
    }

    /** Something that is no article and does not claim to be one, such as a picture. */
    record Other(Place place, String what) implements Entry {
        @Override
        public int weight() {
            return 200;
        }
    }

    /** Something that cannot be read. */
    record Broken(Place place, String reason, byte[] bytes) implements Entry {
        @Override
        public int weight() {
            return 200 + bytes.length;
        }
    }
}
