package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalMidnightTest {
    @ParameterizedTest
    @CsvSource({
        "https://kurier.example.de/a, 2022-11-06T23:00:00.000Z, 2022-11-07T00:00:00+01:00",
        "https://kurier.example.de/a, 2022-06-06T22:00:00Z, 2022-06-07T00:00:00+02:00",
        "https://kurier.example.de/a, 2022-06-06T23:00:00Z, 2022-06-06T23:00:00Z",
        "https://kurier.example.de/a, 2022-11-06T23:27:57Z, 2022-11-06T23:27:57Z",
        "https://news.example.jp/a, 2022-11-06T15:00:00Z, 2022-11-07T00:00:00+09:00",
        "https://news.example.com/a, 2022-11-06T23:00:00Z, 2022-11-06T23:00:00Z",
    })
    void aCountrysMidnightWrittenInUtcIsTheDayItBegins(String url, String written, String iso) {
        assertEquals(iso, LocalMidnight.of(DateText.find(written, false), url).iso());
    }
}
