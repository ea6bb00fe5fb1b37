package newsmill.local.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import newsmill.article.Json;

/**
 * What a filter prints for a line it cannot use, so that its output keeps step with its input.
 *
 * @param id the record's id, or null where it cannot be read
 * @param line where the line stands: {@code articles.jsonl:17}
 * @param error the reason
 */
public record RejectedLine(String id, String line, String error) {
    static RejectedLine of(Line line, String reason) {
        return new RejectedLine(id(line.bytes()), line.place(), reason);
    }

    byte[] json() {
        return JsonLine.of(this);
    }

    /** The id of a record of which perhaps no more can be read than that. */
    private static String id(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("id")) {
                    return value == JsonToken.VALUE_STRING ? Printable.text(parser.getText()) : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
