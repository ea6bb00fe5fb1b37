package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import newsmill.article.Json;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One item a line in {@code feed-items/}: {@code version | what is in the item | field: value | ...}. {@code feed} is what
 * stands beside the item, {@code root} the attributes of the outermost element; every other field is expected of the
 * preview, empty where nothing may be said. Whole documents are in {@link FeedFixturesTest}.
 */
class FeedItemsTest {
    private static final Path FOLDER = Path.of("src/test/resources/newsmill/ingest/feed-items");

    private static final String MODULES = """
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" \
            xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" \
            xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" """;

    /** Root's attributes, feed's elements, item's elements go in. Of the titles around none may get into the item. */
    private static final Map<String, String> VERSIONS =
            Map.of("bare", """
            <rss version="2.0" %s><channel><title>Gazette</title><link>https://g.example/</link>%s\
            <item>%s</item></channel></rss>""", "rss", """
            <rss version="2.0" MODULES %s><channel><title>Gazette</title><link>https://g.example/</link>\
            <image><title>Logo</title></image>%s<item>%s</item></channel></rss>""", "rdf", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" MODULES %s>\
            <channel><title>Gazette</title><link>https://g.example/</link>%s</channel>\
            <item rdf:about="https://g.example/a">%s</item>\
            <textinput><title>Search</title></textinput><image><title>Logo</title></image></rdf:RDF>""", "atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:media="http://search.yahoo.com/mrss/" %s><title>Gazette</title><link href="https://g.example/"/>%s\
            <entry>%s</entry></feed>""", "atom03", """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" %s>\
            <title>Gazette</title><link rel="alternate" type="text/html" href="https://g.example/"/>%s\
            <entry>%s</entry></feed>""");

    @TestFactory
    Stream<DynamicContainer> everyItemIsReadAsItsLineSays() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(FeedItemsTest::subject).toList().stream();
        }
    }

    private static DynamicContainer subject(Path file) {
        try {
            return DynamicContainer.dynamicContainer(
                    file.getFileName().toString(),
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> DynamicTest.dynamicTest(line, () -> check(line))));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static void check(String line) throws IOException {
        String[] columns = line.replace("\\n", "\n").replace("\\t", "\t").split(" \\| ", -1);
        String feed = "";
        String root = "";
        StringJoiner expected = new StringJoiner("\n");
        StringJoiner fields = new StringJoiner(" ");
        for (int i = 2; i < columns.length; i++) {
            String[] field = columns[i].split(": ?", 2);
            switch (field[0]) {
                case "feed" -> feed = field[1];
                case "root" -> root = field[1];
                default -> {
                    fields.add(field[0]);
                    expected.add(field[0] + ": " + field[1]);
                }
            }
        }
        String document = VERSIONS.get(columns[0]).replace("MODULES", MODULES).formatted(root, feed, columns[1]);
        assertEquals(expected.toString(), said(document, fields.toString().split(" ")), document);
    }

    private static String said(String document, String... fields) throws UnreadableSource {
        SourceContent content =
                SourceFormat.read(document.getBytes(StandardCharsets.UTF_8), null, null, SourceType.AUTO);
        JsonNode item = Json.MAPPER.valueToTree(
                SourcePreview.of("table", content).findFirst().orElseThrow());
        StringJoiner said = new StringJoiner("\n");
        for (String field : fields) {
            said.add(field + ": " + text(field, item.path(field)));
        }
        return said.toString();
    }

    private static String text(String field, JsonNode value) {
        if (value.isArray()) {
            StringJoiner names = new StringJoiner("; ");
            value.forEach(name -> names.add(name.asText()));
            return names.toString();
        }
        boolean time = field.equals("published") || field.equals("updated");
        return time && value.asText().contains("T")
                ? OffsetDateTime.parse(value.asText()).toInstant().toString()
                : value.isNull() || value.isMissingNode() ? "" : value.asText();
    }
}
