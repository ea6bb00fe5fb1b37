package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com/a, example.com",
        "https://www.example.com/a, example.com",
        "HTTPS://WWW.Example.COM, example.com",
        "https://example.com?next=https://other.example/, example.com",
        "https://example.com#a@b.example, example.com",
        "https://example.com:8443/a, example.com",
        "https://reader:secret@news.example.com:8443/a, news.example.com",
        "https://ex_ample.com/, ex_ample.com",
        "https://m\u00fcnchen.example/a, m\u00fcnchen.example",
        "http://127.0.0.1:36285/a, 127.0.0.1",
        "http://[2001:db8::1]:8080/a, [2001:db8::1]",
        "https://example.com\\a@other.example/, example.com",
        "mailto:desk@example.com, ''",
        "/a/b, ''",
        "'', ''"
    })
    void hostIsReadOffWhateverElseAnAddressHolds(String url, String host) {
        assertEquals(host, PageAddress.host(url));
    }
}
