package newsmill.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest(name = "{2}: {0}")
    @CsvFileSource(resources = "/newsmill/article/canonical-urls.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleHasItsExamples(String found, String canonical, String rule) {
        assertEquals(canonical, CanonicalUrl.of(found), rule);
        assertEquals(canonical, CanonicalUrl.of(canonical), "canonical already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/news/a",
                "//example.org/a",
                "example.org/a",
                "ftp://example.org/a",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "mailto:desk@example.org",
                "https://",
                "https:///",
                "https://exa mple.org/",
                "https://exa%00mple.org/",
                "https://a..b/",
                "https://example.org:port/",
                "https://example.org:70000/",
                "https://[::1/",
                "https://[1:2:3]/",
                "https://[fe80::1%25eth0]/",
                "https://1.2.3.4.5/",
                "https://256.1.1.1/",
                "https://exa\"mple.org/"
            })
    void whatIsNoAddressIsRefusedByName(String url) {
        String message = assertThrows(IllegalArgumentException.class, () -> CanonicalUrl.of(url))
                .getMessage();
        assertTrue(message.startsWith(url + ": "), message);
    }

    @Test
    void credentialsAreNoPartOfWhatIsNamed() {
        for (String url : new String[] {"https://user@/a", "https://user:secret@/a", "https://user:se@cret@/a"}) {
            String message = assertThrows(IllegalArgumentException.class, () -> CanonicalUrl.of(url))
                    .getMessage();
            assertTrue(message.startsWith("https:///a: "), message);
        }
    }

    @Test
    void nullIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalUrl.of(null));
    }

    @Test
    void spacesAtTheEndsAndLineBreaksWithinAreNotPartOfAnAddress() {
        assertEquals("https://example.org/news/a", CanonicalUrl.of(" \n https://example.org/ne\r\n\tws/a \u0000"));
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        assertEquals("https://example.org/%EF%BF%BDa", CanonicalUrl.of("https://example.org/\uD83Da"));
    }

    @Test
    void messageAboutAHostileAddressIsOneShortLine() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> CanonicalUrl.of("gopher:\r\n\u001b[31m" + "a".repeat(10_000)))
                .getMessage();
        assertTrue(message.length() < 300 && message.chars().noneMatch(c -> c < ' '), message);
    }

    @Test
    void hostileAddressesTakeNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String part : new String[] {"/..", "%", "&", "a@", "[", ".", "/amp", "\\", "www.google.com/amp/s/"}) {
                tryToRead("https://" + part.repeat(2_000_000 / part.length()));
                tryToRead("https://example.org/" + part.repeat(8_000 / part.length()));
                tryToRead("https://www.google.com/amp/s/" + part.repeat(8_000 / part.length()));
            }
        });
    }

    @Test
    void canonicalIsCanonicalForEver() {
        Random random = new Random(7);
        String[] parts = {
            "%", "%2", "%2e", "%41", "%zz", "/", "//", "..", ".", "\\", "?", "&", "=", "#", "amp", ".amp", "/amp",
                    "a-1", "utm_x=1",
            "é", "漢", "\uD83D\uDE00", "\uD83D", " ", "'", "|", "[", "]", "{", ";", "amp;", "@", ":", "+", "~", "A", "0",
                    "-1.amp"
        };
        String[] beginnings = {
            "http://example.org",
            "HTTPS://www.Example.org:8443/",
            "http://bücher.example.",
            "http://127.1/",
            "http://[::1]:80/",
            "https://www.google.com/amp/s/example.org/",
            "https://x.cdn.ampproject.org/c/"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder url = new StringBuilder(beginnings[random.nextInt(beginnings.length)]);
            for (int n = random.nextInt(12); n > 0; n--) {
                url.append(parts[random.nextInt(parts.length)]);
            }
            String once = tryToRead(url.toString());
            if (once != null) {
                assertEquals(once, CanonicalUrl.of(once), () -> "from " + url);
                assertEquals(once, URI.create(once).toString());
            }
        }
    }

    private static String tryToRead(String url) {
        try {
            return CanonicalUrl.of(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
