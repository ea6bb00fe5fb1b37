package newsmill.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How records are written as JSON, and read again. Thread-safe.
 *
 * <p>Readers ignore fields they don't know and refuse what is not the record: a field twice, a number where text
 * belongs, something behind the object, nesting deeper than any record has. Writers leave out what is absent, and write
 * well-formed UTF-8 whatever a page held: half a surrogate pair becomes U+FFFD, which leaves every offset as it was.
 */
public final class Json {
    /** Deeper than any record of ours; a hostile one must not exhaust the stack. */
    private static final int MAX_DEPTH = 200;

    /** Reads and writes records; ignores unknown fields, leaves out what is absent. */
    public static final ObjectMapper MAPPER = mapper().build();

    private Json() {}

    private static JsonMapper.Builder mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(64 << 20)
                        .build())
                // Emoji in their four bytes instead of twelve of escapes.
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(Iso8601.module())
                .addModule(WholeCharacters.module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        if (shape != CoercionInputShape.String && shape != CoercionInputShape.EmptyString) {
                            config.setCoercion(shape, CoercionAction.Fail);
                        }
                    }
                })
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
    }

    /** The record as JSON in UTF-8, on one line. */
    public static byte[] write(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write as JSON: " + record.getClass().getName(), e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws IOException if the bytes are not JSON, or not such a record; the message says where and what, in one line
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return read(MAPPER, json, type);
    }

    /**
     * Reads a record with a mapper that was made from {@link #MAPPER}.
     *
     * @throws IOException if the bytes are not JSON, or not such a record; the message says where and what, in one line
     */
    public static <T> T read(ObjectMapper mapper, byte[] json, Class<T> type) throws IOException {
        try {
            T record = mapper.readValue(json, type);
            if (record == null) {
                throw new IOException("should be an object (" + type.getSimpleName() + "), is null");
            }
            return record;
        } catch (JsonProcessingException e) {
            throw new IOException(JsonMistake.in(e), e);
        }
    }
}
