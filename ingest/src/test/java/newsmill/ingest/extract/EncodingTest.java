package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    private static final String RUSSIAN = "Совет порта решил во вторник вечером восстановить старый рынок у воды";
    private static final String POLISH =
            "Rada portu postanowiła we wtorek odbudować starą halę; zażółć gęślą jaźń, święto";
    private static final String JAPANESE = "港の評議会は火曜日の夜、古い市場を建て直すことを決めた。工事は春に始まる予定です。";
    private static final String CHINESE = "港口委员会星期二晚上决定重建旧市场。工程将在春天开始，大约需要一年的时间，这是大家都在等的。";
    private static final String KOREAN = "항만 위원회는 화요일 저녁 낡은 시장을 다시 짓기로 결정했다. 공사는 봄에 시작된다.";

    private static String text(String language) {
        return switch (language) {
            case "ru" -> RUSSIAN;
            case "pl" -> POLISH;
            case "ja" -> JAPANESE;
            case "zh" -> CHINESE;
            default -> KOREAN;
        };
    }

    private static byte[] page(String language, String label, Charset charset) {
        String meta = label == null ? "" : "<meta charset=\"" + label + "\">";
        return ("<html lang=\"" + language + "\"><head>" + meta + "<title>" + text(language) + "</title></head></html>")
                .getBytes(charset);
    }

    private static String decoded(byte[] page, String header) {
        StringWriter text = new StringWriter();
        assertDoesNotThrow(() -> Encoding.reader(page, header).transferTo(text));
        return text.toString();
    }

    private static void reads(String language, byte[] page, String header) {
        String decoded = decoded(page, header);
        int from = decoded.indexOf("<title>") + 7;
        assertEquals(text(language), decoded.substring(from, decoded.indexOf("</title>")));
    }

    @ParameterizedTest
    @CsvSource({
        "ru, windows-1251, windows-1251",
        "ru, koi8-r, KOI8-R",
        "pl, iso-8859-2, ISO-8859-2",
        "ja, shift_jis, Shift_JIS",
        "ja, euc-jp, EUC-JP",
        "zh, gbk, GBK",
        "zh, gb2312, GBK",
        "ko, euc-kr, EUC-KR",
        "ru, windows-1251, UTF-8",
        "ko, euc-kr, UTF-8",
        "pl, iso-8859-1, UTF-8",
    })
    void thePagesOwnLabelIsRead_unlessItsBytesAreUtf8(String language, String label, String charset) {
        reads(language, page(language, label, Charset.forName(charset)), null);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, windows-1251",
        "pl, ISO-8859-2",
        "ja, Shift_JIS",
        "zh, GBK",
        "ko, EUC-KR",
    })
    void theHeadersLabelIsReadBeforeThePages(String language, String charset) {
        reads(language, page(language, "utf-8", Charset.forName(charset)), "text/html; charset=" + charset);
    }

    @ParameterizedTest
    @CsvSource({"ru, windows-1251", "ja, Shift_JIS", "ja, EUC-JP", "zh, GBK", "ko, EUC-KR", "pl, windows-1250"})
    void withoutALabelTheBytesTell(String language, String charset) {
        reads(language, page(language, null, Charset.forName(charset)), null);
    }

    @ParameterizedTest
    @CsvSource({"ru, windows-1251", "ja, Shift_JIS", "zh, GBK", "ko, EUC-KR"})
    void aLabelThatSaysUtf8OfOtherBytesIsNotBelieved(String language, String charset) {
        reads(language, page(language, "utf-8", Charset.forName(charset)), "text/html; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, 255, 254", "UTF-16BE, 254, 255"})
    void aByteOrderMarkIsStrongerThanAnyLabel(String charset, int first, int second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second);
        out.writeBytes(page("ko", "utf-8", Charset.forName(charset)));
        reads("ko", out.toByteArray(), "text/html; charset=windows-1252");
    }

    @Test
    void aPolishPageWithoutALanguageShowsInItsLetters() {
        String text =
                "Rada portu postanowiła we wtorek odbudować starą halę, która od dwóch zim stoi pusta, a plac przed "
                        + "nią oddać pieszym; prace zaczną się wiosną i potrwają około roku, a kupcy wrócą, gdy dach będzie gotów.";
        String many = text + text;
        byte[] page = ("<title>" + many + "</title>").getBytes(Charset.forName("windows-1250"));
        assertEquals("<title>" + many + "</title>", decoded(page, "text/html; charset=utf-8"));
    }

    @Test
    void utf16WithoutAMarkShowsInItsZeroBytes() {
        reads("pl", page("pl", null, StandardCharsets.UTF_16LE), null);
        reads("pl", page("pl", null, StandardCharsets.UTF_16BE), null);
    }
}
