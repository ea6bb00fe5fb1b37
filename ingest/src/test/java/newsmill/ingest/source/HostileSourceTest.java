package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FAULTS 25, 45, 46, 48, 49. */
class HostileSourceTest {
    /** A tenth of it on a quiet machine. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static SourceContent read(String text) {
        return assertTimeoutPreemptively(
                LIMIT, () -> SourceFormat.read(text.getBytes(StandardCharsets.UTF_8), null, null, SourceType.AUTO));
    }

    private static String item(String inside) {
        return "<rss version='2.0'><channel><item><link>https://a.example/1</link>" + inside
                + "</item></channel></rss>";
    }

    @Test
    void entityBombsAndExternalEntitiesStayText() {
        StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        bomb.append("<!ENTITY file SYSTEM 'file:///etc/passwd'>]>").append(item("<title>&a29; &file;</title>"));
        String title = read(bomb.toString()).items().get(0).title();
        assertTrue(title.length() < 100, title);
        assertFalse(title.contains("root:"));
    }

    @Test
    void nestingAttributesAndNamespacesAreBounded() {
        read(item("<title>" + "<b>".repeat(50_000) + "x"));
        read("<a>".repeat(50_000) + item(""));
        read(item("<title " + "a='b' ".repeat(200_000) + ">x</title>"));
        StringBuilder namespaces = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            namespaces.append("<n" + i + ":x xmlns:n" + i + "='urn:" + i + "'>");
        }
        read(item(namespaces + "x"));
    }

    @Test
    void fiftyThousandItemsAreReadInTheirOrder() {
        StringBuilder feed = new StringBuilder("<rss version='2.0'><channel>");
        for (int i = 0; i < 50_000; i++) {
            feed.append("<item><title>T" + i + "</title><link>https://a.example/" + i + "</link></item>");
        }
        List<Item> items = read(feed + "</channel></rss>").items();
        assertEquals(50_000, items.size());
        assertEquals("https://a.example/49999", items.get(49_999).url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "<", "[", "{", "&", "a", "]]>", "<![CDATA[", "<!--", "\u0000"})
    void aMegabyteOfOneThingIsReadOrRefusedQuickly(String piece) {
        String text = piece.repeat((1 << 20) / piece.length());
        read(item("<title>" + text + "</title>"));
        assertTimeoutPreemptively(LIMIT, () -> {
            assertThrows(
                    UnreadableSource.class,
                    () -> SourceFormat.read(text.getBytes(StandardCharsets.UTF_8), null, null, SourceType.FEED));
        });
    }

    @Test
    void scriptsDoNotPassThePreview() {
        String feed = item("<title>&lt;script&gt;alert(1)&lt;/script&gt;Words</title>"
                + "<description>&lt;a href='javascript:alert(1)' onclick='x'&gt;a&lt;/a&gt;</description>");
        SourcePreview preview = SourcePreview.of("x", read(feed)).findFirst().orElseThrow();
        assertEquals("Words", preview.title());
        assertEquals("<a>a</a>", preview.summary());
    }

    @Test
    void whatIsNoSourceSaysWhatItIsInstead() {
        UnreadableSource e = assertThrows(
                UnreadableSource.class,
                () -> SourceFormat.read("%PDF-1.7".getBytes(StandardCharsets.UTF_8), null, null, SourceType.AUTO));
        assertEquals("neither a feed nor a sitemap: begins with '%PDF-1.7'", e.getMessage());
    }
}
