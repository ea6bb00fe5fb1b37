package newsmill.sink;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an item of ninjs 3.1 has to be: by the schema beside these tests, which holds what Newsmill writes of the standard,
 * and, where the property {@code newsmill.ninjs.schema} names its file, by the schema that IPTC publishes.
 */
final class NinjsSchema {
    private static final String PUBLISHED = System.getProperty("newsmill.ninjs.schema");

    private static final List<Schema> SCHEMAS = schemas();

    private NinjsSchema() {}

    /** How many schemas an item is held against. */
    static int count() {
        return SCHEMAS.size();
    }

    /** What each schema has against an item; an empty list if nothing. */
    static List<List<Error>> errors(String item) {
        return SCHEMAS.stream()
                .map(schema -> schema.validate(
                        item,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .filter(errors -> !errors.isEmpty())
                .toList();
    }

    private static List<Schema> schemas() {
        // IPTC's refers to one of shapes on maps, which no item of ours has.
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of("https://geojson.org/schema/GeoJSON.json", "false")));
        List<Schema> schemas = new ArrayList<>();
        schemas.add(registry.getSchema(text("ninjs-as-written.schema.json")));
        if (PUBLISHED != null) {
            try {
                schemas.add(registry.getSchema(Files.readString(Path.of(PUBLISHED))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return schemas;
    }

    /** A file beside these tests. */
    static String text(String name) {
        try (InputStream in = NinjsSchema.class.getResourceAsStream("/newsmill/sink/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
