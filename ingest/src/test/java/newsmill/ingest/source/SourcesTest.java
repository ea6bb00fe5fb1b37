package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path dir;

    private List<String> mistakes(String yaml) throws Exception {
        Path file = Files.writeString(dir.resolve("sources.yaml"), yaml);
        return assertThrows(WrongSources.class, () -> Sources.load(file)).mistakes().stream()
                .map(line -> line.replace(dir.toString() + "/", ""))
                .toList();
    }

    @Test
    void theListThatComesWithNewsmillIsSound() throws Exception {
        Sources sources = Sources.load(Path.of("../config/sources.yaml"));
        assertTrue(sources.entries().size() > 10);
        assertEquals(sources, SourcesYaml.read("again", sources.toYaml()));
    }

    @Test
    void everyMistakeIsToldWithItsLineAndField() throws Exception {
        assertEquals(
                List.of(
                        "sources.yaml:3: no such field: ulr",
                        "sources.yaml:3: url 'null': should be an http or https address",
                        "sources.yaml:5: country 'uk': should be two capital letters such as GB",
                        "sources.yaml:8: every 'soon': should be a time such as 10m, 6h or 1d"),
                mistakes("""
                        - id: fine
                          url: https://a.example/feed
                        - id: two
                          ulr: https://b.example/feed
                        - id: three
                          url: https://c.example/feed
                          country: uk
                        - id: four
                          url: https://d.example/feed
                          every: soon
                        """));
    }

    @Test
    void brokenYamlIsToldWithItsLine() throws Exception {
        assertTrue(mistakes("- id: a\n  url: 'https://a.example\n").get(0).startsWith("sources.yaml:"));
        assertEquals(
                "sources.yaml: should be a list of sources, each with - id: and url:",
                mistakes("sources:\n  - id: a\n").get(0));
    }

    @Test
    void twoSourcesOfOneNameOrAddressClash() throws Exception {
        assertEquals(
                List.of("sources.yaml: id 'a' is used twice", "sources.yaml: 'c' has the same url as 'b'"),
                mistakes("""
                        - {id: a, url: 'https://a.example/1'}
                        - {id: a, url: 'https://a.example/2'}
                        - {id: b, url: 'https://a.example/3'}
                        - {id: c, url: 'https://a.example/3#top'}
                        """));
    }

    @Test
    void norwayIsACountry() throws Exception {
        assertEquals(
                "NO",
                SourcesYaml.read("x", "- {id: nrk, url: 'https://nrk.example/', country: NO}")
                        .entries()
                        .get(0)
                        .country());
    }

    @Test
    void listOfAddressesIsImportedWithNamesAndComments() throws Exception {
        Sources sources = Sources.imported("stdin", """
                # from the desk
                https://a.example/feed   The A Paper  # since May

                https://www.b.example/news/rss.xml
                https://a.example/feed#again
                feed://c.example/rss # no name
                d.example/feed
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(
                List.of("the-a-paper", "b-example-news-rss-xml", "c-example-rss", "d-example-feed"),
                sources.entries().stream().map(SourceEntry::id).toList());
        assertEquals("The A Paper", sources.entries().get(0).name());
        assertEquals("https://c.example/rss", sources.entries().get(2).url());
        assertEquals("https://d.example/feed", sources.entries().get(3).url());
    }

    @Test
    void linesThatAreNoAddressesAreNamed() {
        assertEquals(
                List.of("stdin:2: feeds/a: not an absolute http or https address"),
                assertThrows(
                                WrongSources.class,
                                () -> Sources.imported("stdin", "https://a.example/\nfeeds/a\n".getBytes()))
                        .mistakes());
        assertThrows(WrongSources.class, () -> Sources.imported("stdin", new byte[0]));
    }

    @Test
    void patternThatIsNoneIsToldWithItsLine() throws Exception {
        assertEquals(
                "sources.yaml:1: pattern 'news': should be paths such as /news/* or /20#/**, of at most 500 characters",
                mistakes("- {id: a, url: 'https://a.example/1', type: page, pattern: news}")
                        .get(0));
    }

    @Test
    void readersListsAreImportedWithTheirGroupsAsTags() throws Exception {
        Sources sources = Opml.read("x", """
                <?xml version="1.0"?><opml version="2.0"><body>
                <outline text="Europe"><outline text="Café Zürich" xmlUrl="https://zh.example/feed"/>
                <outline title="Café Zürich" xmlurl="https://zh.example/other"/></outline>
                <outline text="again" xmlUrl="https://zh.example/feed#x"/>
                <outline text="broken" xmlUrl="not an address"/>
                </body></opml>
                """);
        assertEquals(
                List.of("cafe-zurich", "cafe-zurich-2"),
                sources.entries().stream().map(SourceEntry::id).toList());
        assertEquals(List.of("Europe"), sources.entries().get(0).tags());
    }

    @Test
    void readersListsAreReadHoweverTheirAddressesAreWritten() throws Exception {
        Sources sources = Opml.read("x", """
                <opml version="1.1"><body>
                <outline text="A" type="rss" xmlUrl="feed:https://a.example/rss" language="de"/>
                <OUTLINE TEXT="B" XMLURL=" b.example/rss?a=1&b=2 "/>
                <outline text="C" type="rss" url="https://c.example/rss" language="unknown"/>
                <outline text="D" type="link" url="https://d.example/page"/>
                """);
        assertEquals(
                List.of("https://a.example/rss", "https://b.example/rss?a=1&b=2", "https://c.example/rss"),
                sources.entries().stream().map(SourceEntry::url).toList());
        assertEquals("de", sources.entries().get(0).language());
        assertNull(sources.entries().get(2).language());
    }
}
