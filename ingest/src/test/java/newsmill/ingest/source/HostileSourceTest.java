package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
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
    void aHundredThousandNestedElementsOfAnyKindAreRead() {
        int many = 100_000;
        read(item("<description>" + "<div xml:base='a/'>".repeat(many) + "<a href='b'>c</a>".repeat(many)));
        read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>" + "<div>".repeat(many));
        read("<feed version='0.3'><entry>" + "<content type='multipart/alternative'>".repeat(many));
        read("<rss><channel>" + "<item><title>a<link>b".repeat(many / 4));
        read("<rss><channel>" + "<item xml:base='a/'><link>b</link>".repeat(many / 4));
        read(item("<dc:creator>" + "<rdf:Description>".repeat(many)));
    }

    @Test
    void declaredEntitiesDoNotMakeADocumentGrow() {
        String declared = "<!DOCTYPE rss [<!ENTITY a '" + "b".repeat(400) + "'>]>";
        String text = declared + item("<title>" + "&a;".repeat(200_000) + "</title>");
        assertTrue(read(text).items().get(0).title().length() <= 2 * text.length());
        read("<!DOCTYPE rss [" + "<!ENTITY ".repeat(100_000) + "]>" + item("<title>&a;</title>"));
        read("<!DOCTYPE " + item("<title>" + "<![CDATA[&a;".repeat(100_000)));
    }

    @Test
    void aPackedDocumentIsReadAsFarAsItGoesAndNoFurther() throws Exception {
        byte[] whole = packed(item("<title>One</title>").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "One",
                SourceFormat.read(whole, null, null, SourceType.AUTO)
                        .items()
                        .get(0)
                        .title());
        StringBuilder many = new StringBuilder("<rss>");
        for (int i = 0; i < 20_000; i++) {
            many.append("<item><title>")
                    .append(Integer.toHexString(i * 0x9E3779B1))
                    .append("</title></item>");
        }
        byte[] packed = packed(many.toString().getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        assertTrue(SourceFormat.read(half, null, null, SourceType.AUTO).items().size() > 1_000);
        byte[] bomb = packed(new byte[70 << 20]);
        UnreadableSource e =
                assertThrows(UnreadableSource.class, () -> SourceFormat.read(bomb, null, null, SourceType.AUTO));
        assertEquals("larger than 64 MiB when unpacked", e.getMessage());
        assertThrows(
                UnreadableSource.class,
                () -> SourceFormat.read(new byte[] {0x1F, (byte) 0x8B, 8, 0}, null, null, SourceType.AUTO));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void sectionsWithoutEndsAndAlphabetsWithoutLabelsTakeNoTime() {
        read("<rss><channel>" + "<item><title><![CDATA[a</title></item>".repeat(50_000));
        read("<rss><channel>" + "<title><![CDATA[a</titel>]]><![CDATA[".repeat(50_000));
        byte[] bytes = new byte[4 << 20];
        new Random(1).nextBytes(bytes);
        System.arraycopy(item("").getBytes(StandardCharsets.UTF_8), 0, bytes, 0, item("").length());
        assertTimeoutPreemptively(LIMIT, () -> SourceFormat.read(bytes, null, null, SourceType.AUTO));
    }

    @Test
    void aTitleOfFiftyMegabytesIsOneLongTitle() {
        byte[] start = "<rss version='2.0'><channel><item><title>".getBytes(StandardCharsets.UTF_8);
        byte[] end = "</title></item></channel></rss>".getBytes(StandardCharsets.UTF_8);
        byte[] feed = new byte[start.length + (50 << 20) + end.length];
        Arrays.fill(feed, (byte) 'a');
        System.arraycopy(start, 0, feed, 0, start.length);
        System.arraycopy(end, 0, feed, feed.length - end.length, end.length);
        SourceContent content =
                assertTimeoutPreemptively(LIMIT, () -> SourceFormat.read(feed, null, null, SourceType.AUTO));
        assertEquals(50 << 20, content.items().get(0).title().length());
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
