package newsmill.sink;

import java.io.IOException;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;

/** What stands on a file's lines. */
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
    };

    /**
     * The article's line, without its end.
     *
     * @throws IOException if it cannot be had; the message says why
     */
    abstract byte[] line(Delivery delivery) throws IOException;
}
