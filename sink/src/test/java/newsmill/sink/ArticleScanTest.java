package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleScanTest {
    private static final String ARTICLE = """
            {"id":"a7","revision":12,"status":"usable","title":"Fähre \\"Estonia\\" — 🚢","body":"One.\\n\\nTwo \\u00e9.",\
            "countries":[{"code":"EE","salience":0.5e0,"spans":[]},{"code":"FI","id":"no","revision":-3}],"x":[true,false,null,-0.1E+9],\
            "source":{"id":"courier","status":"withdrawn"},"enriched":{"at":"2026","by":"newsmill/0.1.0"}}""";

    @Test
    void readsTheFieldsOfTheArticleAndNotThoseWithinOthers() throws IOException {
        ArticleScan scan = ArticleScan.of(utf8(ARTICLE));
        assertEquals("a7", scan.id());
        assertEquals(12, scan.revision());
        assertFalse(scan.withdrawn());
        assertEquals("newsmill/0.1.0", scan.enricher());
        assertTrue(scan.oneLine());
    }

    @Test
    void idAloneIsEnoughAndMayBeEscaped() throws IOException {
        ArticleScan scan = ArticleScan.of(utf8("\n{ \"id\" : \"\\u0061\\/\\n\" }\r\n"));
        assertEquals("a/\n", scan.id());
        assertEquals(1, scan.revision());
        assertFalse(scan.oneLine());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|it ends too early",
                "nothing|not a JSON object",
                "[]|not a JSON object",
                "{}|an article without an id",
                "{\"id\":\" \"}|an article without an id",
                "{\"id\":7}|text is wanted here",
                "{\"id\":null}|an article without an id",
                "{\"id\":\"7\"|it ends too early",
                "{\"id\":\"7\"}}|something follows",
                "{\"id\":\"7\",}|a field's name is missing",
                "{\"id\":\"7\" \"x\":1}|',' is wanted",
                "{\"id\" \"7\"}|':' is wanted",
                "{\"id\":\"7\",\"x\":tru}|not JSON",
                "{\"id\":\"7\",\"x\":01}|a number that begins with 0",
                "{\"id\":\"7\",\"x\":1.}|not JSON",
                "{\"id\":\"7\",\"revision\":1.5}|a whole number",
                "{\"id\":\"7\",\"x\":\"\\q\"}|a broken escape",
                "{\"id\":\"7\",\"x\":\"\\u12g4\"}|a broken escape",
                "{\"id\":\"7\",\"x\":\"\u0001\"}|a control character"
            })
    void mistakesAreNamed(String json, String mistake) {
        String message = assertThrows(IOException.class, () -> ArticleScan.of(utf8(json)))
                .getMessage();
        assertTrue(message.startsWith(mistake), message);
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[][] broken = {
            {(byte) 0xFF}, {(byte) 0xC0, (byte) 0x80}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xE2, 'a'}
        };
        for (byte[] bytes : broken) {
            byte[] json = utf8("{\"id\":\"7\",\"x\":\"aaaaaaaaaaaaaaaaaaa\"}");
            System.arraycopy(bytes, 0, json, 18, bytes.length);
            String message =
                    assertThrows(IOException.class, () -> ArticleScan.of(json)).getMessage();
            assertEquals("broken UTF-8 (at byte 18)", message);
        }
    }

    /** Row 54. */
    @Test
    void fieldThatIsSaidTwiceIsRefusedBecauseReadersDifferInWhichTheyTake() {
        for (String twice :
                List.of("\"id\":\"8\"", "\"revision\":2", "\"status\":\"usable\"", "\"enriched\":{\"by\":\"x\"}")) {
            String json = "{\"id\":\"7\",\"revision\":1,\"status\":\"withdrawn\",\"enriched\":{}," + twice + "}";
            assertTrue(assertThrows(IOException.class, () -> ArticleScan.of(utf8(json)))
                    .getMessage()
                    .contains("a second time"));
        }
    }

    /** Row 54. */
    @Test
    void lineOfAHundredMebibytesIsReadInNoTime() {
        byte[] line = new byte[100 << 20];
        Arrays.fill(line, (byte) 'a');
        byte[] begin = utf8("{\"id\":\"7\",\"body\":\"");
        System.arraycopy(begin, 0, line, 0, begin.length);
        line[line.length - 2] = '"';
        line[line.length - 1] = '}';
        assertTimeoutPreemptively(
                Duration.ofSeconds(3),
                () -> assertEquals("7", ArticleScan.of(line).id()));
    }

    /** Row 54. */
    @Test
    void tenThousandLevelsAndHugeNumbersTakeNoTime() {
        for (String deep : new String[] {"[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), "9".repeat(5_000_000)}) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () -> assertThrows(
                            IOException.class, () -> ArticleScan.of(utf8("{\"id\":\"7\",\"x\":" + deep + "}"))));
        }
    }

    @Test
    void agreesWithJacksonAboutWhatIsJson() {
        ObjectMapper jackson = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        jackson.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        byte[] good = utf8(ARTICLE);
        Random random = new Random(3);
        String signs = "{}[]\",:\\ \n019.eE+-tfnu\u0001a";
        for (int i = 0; i < 60_000; i++) {
            byte[] json = good.clone();
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                json[random.nextInt(json.length)] = (byte) signs.charAt(random.nextInt(signs.length()));
            }
            String expected = read(jackson, json);
            String found;
            try {
                ArticleScan scan = ArticleScan.of(json);
                found = scan.id();
            } catch (IOException e) {
                found = null;
            }
            // Stricter only where UTF-8 is broken and where the fields that count have other types.
            if (found != null || expected != null && !new String(json, StandardCharsets.UTF_8).contains("\uFFFD")) {
                String text = new String(json, StandardCharsets.UTF_8);
                if (found == null && strict(jackson, json)) {
                    continue;
                }
                assertEquals(expected, found, text);
            }
        }
    }

    private static boolean strict(ObjectMapper jackson, byte[] json) {
        try {
            JsonNode tree = jackson.readTree(json);
            return !tree.path("revision").isInt()
                    || !tree.path("status").isTextual()
                    || tree.at("/enriched/by").isValueNode()
                            && !tree.at("/enriched/by").isTextual();
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(ObjectMapper jackson, byte[] json) {
        try {
            JsonNode id = jackson.readTree(json).path("id");
            return id.isTextual() && !id.asText().isBlank() ? id.asText() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
