package newsmill.sink;

import java.io.IOException;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;

/** What a file holds. */
public enum LineFormat {
    /** The article as it came, byte for byte. */
    NEWSMILL {
        @Override
        byte[] line(Delivery delivery) {
            return delivery.line();
        }
    },
    /** IPTC's news in JSON, version 3.1. */
    NINJS {
        @Override
        byte[] line(Delivery delivery) throws IOException {
            return Json.write(Ninjs.of(Json.read(delivery.line(), EnrichedArticle.class), delivery.revision()));
        }
    },
    /** The article as it came, while the file is written; when it is done, it becomes a table ({@link Parquet}). */
    PARQUET {
        @Override
        byte[] line(Delivery delivery) throws IOException {
            // What a table has no row for is refused now, when it can still be rejected alone.
            ParquetRow.of(delivery.line());
            return delivery.line();
        }

        @Override
        String ending(Compression compression) {
            return Parquet.ENDING;
        }
    };

    /**
     * The article's line, without its end.
     *
     * @throws IOException if it cannot be had; the message says why
     */
    abstract byte[] line(Delivery delivery) throws IOException;

    /** The ending of a file's name. */
    String ending(Compression compression) {
        return compression.ending();
    }
}
