package newsmill.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Iso8601Test {
    @Test
    void momentsAreThoseThatJavaTimeReads() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            OffsetDateTime time = OffsetDateTime.ofInstant(
                    Instant.ofEpochSecond(random.nextInt(), i % 3 == 0 ? 0 : random.nextInt(1_000_000_000)),
                    ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60) - 18 * 60)));
            String iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);

            assertEquals(time.toInstant(), Iso8601.instant(iso), iso);
        }
    }

    @Test
    void aSpoiltDateIsReadOrRefusedAsJavaTimeDoes() {
        Random random = new Random(11);
        List<String> dates = List.of("2024-02-29T23:59:59Z", "2026-11-20T09:30:00.250+01:00", "2026-11-20T09:30-05:30");
        String letters = "0123456789-+:.TZ ";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder spoilt = new StringBuilder(dates.get(i % dates.size()));
            for (int n = random.nextInt(3); n >= 0; n--) {
                spoilt.setCharAt(random.nextInt(spoilt.length()), letters.charAt(random.nextInt(letters.length())));
            }
            String iso = spoilt.toString();

            assertEquals(javaTime(iso), Iso8601.instant(iso), iso);
        }
    }

    @Test
    void aDateMeansItsFirstMomentInUtc() {
        assertEquals(Instant.parse("2026-11-20T00:00:00Z"), Iso8601.instant("2026-11-20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "T", "yesterday", "2026-11-31T09:00:00Z", "2026-11-20T09:00:00", "2026-11-20T09:00:00+19:00"
            })
    void whatIsNoDateHasNoMoment(String text) {
        assertNull(Iso8601.instant(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T09:00:00Z", "2026-11-20T10:00:00.000+01:00", "2026-11-20t09:00:00z"})
    void recordsHoldMomentsInAnySpelling(String iso) throws IOException {
        assertEquals(Instant.parse("2026-11-20T09:00:00Z"), fetchedAt(iso));
    }

    @Test
    void aDateThatIsNoneIsAMistakeWithTheNameOfItsField() {
        IOException mistake = assertThrows(IOException.class, () -> fetchedAt("2026-11-31T09:00:00Z"));

        assertTrue(mistake.getMessage().contains("fetchedAt"), mistake.getMessage());
    }

    private static Instant fetchedAt(String iso) throws IOException {
        String json = new String(Json.write(Samples.raw()), UTF_8)
                .replaceAll("\"fetchedAt\":\"[^\"]*\"", "\"fetchedAt\":\"" + iso + "\"");
        return Json.read(json.getBytes(UTF_8), Article.class).fetchedAt();
    }

    private static Instant javaTime(String iso) {
        try {
            return iso.indexOf('T') < 0
                    ? LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
