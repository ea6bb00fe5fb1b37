package newsmill.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.ingest.SourcesPublisher;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.Sources;
import newsmill.local.samples.SampleNewsroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the sources of a running stack. */
@Timeout(120)
class SourceStatusTest {
    private static final Map<String, String> PACE = Map.of(
            "NEWSMILL_INGEST_ALLOW_PRIVATE", "true",
            "NEWSMILL_INGEST_HOST_GAP", "10ms",
            "NEWSMILL_INGEST_REVISITS", "none");

    @TempDir
    private Path folder;

    @Test
    void eachSourceShowsWhatItGaveAndTheIllStandFirst() throws Exception {
        try (SampleNewsroom newsroom = SampleNewsroom.open(Instant.now());
                LocalStack stack = LocalStack.open(folder, Map.of(), PACE)) {
            List<SourceEntry> entries = new ArrayList<>(Demo.sources(newsroom).entries());
            String site = entries.get(0).url().replaceFirst("(//[^/]+).*", "$1");
            entries.add(new SourceEntry(
                    "a-dead-one", site + "/no-such-feed", SourceType.AUTO, null, null, null, null, null));
            assertTrue(print(new SourceStatusCommand(), stack.settings()).startsWith("no sources"));
            new SourcesPublisher(stack.kafka()).publish(new Sources(entries));
            assertEquals(
                    entries.size() + " sources: " + entries.size() + " new",
                    print(new SourceStatusCommand(), stack.settings())
                            .lines()
                            .reduce((one, line) -> line)
                            .orElse(""));
            List<JsonNode> fresh = json(stack.settings());
            assertEquals(entries.size(), fresh.size());
            assertTrue(fresh.stream()
                    .allMatch(line -> line.path("condition").asText().equals("new")));

            stack.startServices();
            int stories = newsroom.published().size();
            while (readings(stack.settings()) < stories) {
                assertTrue(stack.running());
            }
            List<JsonNode> lines = json(stack.settings());
            assertEquals("a-dead-one", lines.get(0).path("source").asText());
            assertEquals("failing", lines.get(0).path("condition").asText());
            assertEquals("status 404", lines.get(0).path("problem").asText());
            for (JsonNode line : lines.subList(1, lines.size())) {
                assertEquals("well", line.path("condition").asText(), line.toString());
                assertTrue(Instant.parse(line.path("nextVisit").asText()).isAfter(Instant.now()), line.toString());
                assertTrue(line.path("usualLength").asInt() > 300, line.toString());
            }
            String table = print(new SourceStatusCommand(), stack.settings());
            assertTrue(table.startsWith("SOURCE"), table);
            assertTrue(table.lines().skip(1).findFirst().orElse("").startsWith("a-dead-one"), table);
            assertTrue(table.contains("    status 404"), table);
            SourceStatusCommand ill = new SourceStatusCommand();
            ill.unwell = true;
            assertEquals(4, print(ill, stack.settings()).lines().count());
            String last = table.lines().reduce((before, line) -> line).orElse("");
            assertEquals(entries.size() + " sources: 1 failing, " + (entries.size() - 1) + " well", last);
        }
    }

    private static int readings(Settings settings) throws Exception {
        int sum = 0;
        for (JsonNode line : json(settings)) {
            for (JsonNode count : line.path("readings")) {
                sum += count.asInt();
            }
        }
        return sum;
    }

    private static List<JsonNode> json(Settings settings) throws Exception {
        SourceStatusCommand command = new SourceStatusCommand();
        command.json = true;
        List<JsonNode> lines = new ArrayList<>();
        for (String line : print(command, settings).lines().toList()) {
            lines.add(Json.MAPPER.readTree(line));
        }
        return lines;
    }

    private static String print(SourceStatusCommand command, Settings settings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(Exit.OK, command.print(settings, new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
