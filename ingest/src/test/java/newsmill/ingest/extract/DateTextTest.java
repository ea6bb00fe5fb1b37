package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-28T10:15:30+02:00|2020-01-28T10:15:30+02:00",
                "2020-01-28T10:15:30.123Z|2020-01-28T10:15:30Z",
                "2020-01-28 10:15|2020-01-28T10:15:00Z",
                "2020-01-28|2020-01-28",
                "20200128|2020-01-28",
                "Tue, 28 Jan 2020 10:15:00 -0500|2020-01-28T10:15:00-05:00",
                "1580206530|2020-01-28T10:15:30Z",
                "January 28th, 2020, 4:05 p.m. EST|2020-01-28T16:05:00-05:00",
                "28. Januar 2020 um 10:15 Uhr|2020-01-28T10:15:00Z",
                "28 de enero de 2020|2020-01-28",
                "le 28 janvier 2020 à 10h15|2020-01-28T10:15:00Z",
                "Stand: 28.01.2020, 10.15 Uhr|2020-01-28T10:15:00Z",
                "28.01.20|2020-01-28",
                "2020年1月28日 10:15|2020-01-28T10:15:00Z",
                "2020년 1월 28일|2020-01-28",
                "28 января 2020 г.|2020-01-28",
                "28 มกราคม 2563 28/01/2563|2020-01-28",
                "3/4/2020|2020-03-04",
                "28/1/2020|2020-01-28",
            })
    void readsDatesAsTheyAreWritten(String text, String iso) {
        assertEquals(iso, DateText.find(text, true).iso());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pl|5 listopada 2020, 10:15|2020-11-05T10:15:00Z",
                "hr|5. listopada 2020.|2020-10-05",
                "cs|5. listopadu 2020|2020-11-05",
                "cs|28. července 2020|2020-07-28",
                "sq|13 gusht 2020, 09:08|2020-08-13T09:08:00Z",
                "da|Danmark - 10. marts 2020 kl. 20:00|2020-03-10T20:00:00Z",
                "bg|10 ноември 2020|2020-11-10",
                "sr|26. октобар 2020. 10:52|2020-10-26T10:52:00Z",
                "bs|26. oktobra 2020.|2020-10-26",
                "mk|26 октомври 2020|2020-10-26",
                "lv|2020. gada 28. janvāris|2020-01-28",
                "lt|2020 m. sausio 28 d. 10:15|2020-01-28T10:15:00Z",
                "et|28. jaanuar 2020|2020-01-28",
                "fi|28. tammikuuta 2020 klo 10.15|2020-01-28T10:15:00Z",
                "hu|2020. január 28. 10:15|2020-01-28T10:15:00Z",
                "ro|28 ianuarie 2020|2020-01-28",
                "ca|28 de gener de 2020|2020-01-28",
                "ca|28 d'octubre de 2020|2020-10-28",
                "eu|2020ko urtarrilak 28|2020-01-28",
                "tr|28 OCAK 2020 SALI|2020-01-28",
                "tr|5 Kasım 2020|2020-11-05",
                "az|28 yanvar 2020|2020-01-28",
                "kk|2020 жылғы 28 қаңтар|2020-01-28",
                "mn|2020 оны 1-р сарын 28|2020-01-28",
                "el|ΤΡΙΤΗ, 26 ΜΑΪΟΥ 2020|2020-05-26",
                "he|28 בינואר 2020|2020-01-28",
                "he|ב-28 ביולי 2020|2020-07-28",
                "ar|٢٨ يناير، ٢٠٢٠|2020-01-28",
                "ar|الثلاثاء 28 كانون الثاني/يناير 2020 - 10:15|2020-01-28T10:15:00Z",
                "ar|28 تشرين الأول 2020|2020-10-28",
                "ar|5 جويلية 2020|2020-07-05",
                "ar|الاثنين 3 جمادى الآخرة 1441 هـ الموافق 28 يناير 2020|2020-01-28",
                "ar|3 رمضان 1441|2020-04-26",
                "fa|یکشنبه ۲۱ ارديبهشت ۱۳۹۹ - ۱۸:۵۹|2020-05-10T18:59:00Z",
                "fa|۱۳۹۹/۰۲/۲۱|2020-05-10",
                "fa|۳۰ اسفند ۱۳۹۹|2021-03-20",
                "ur|28 جنوری 2020|2020-01-28",
                "hi|28 जनवरी 2020|2020-01-28",
                "bn|২৮ জানুয়ারি ২০২০|2020-01-28",
                "ta|28 ஜனவரி 2020|2020-01-28",
                "am|ጥር 19 ቀን 2012|2020-01-28",
                "th|28 ม.ค. 63 10:15 น.|2020-01-28T10:15:00Z",
                "th|28 มกราคม พ.ศ. 2563|2020-01-28",
                "vi|Thứ ba, ngày 28 tháng 1 năm 2020|2020-01-28",
                "vi|28 tháng 10, 2020|2020-10-28",
                "ja|令和2年1月28日 7時05分|2020-01-28T07:05:00Z",
                "ja|令和元年12月28日|2019-12-28",
                "zh|民國109年1月28日|2020-01-28",
                "zh|2020年1月28日 下午3:05|2020-01-28T15:05:00Z",
                "ko|입력 2020년 1월 28일 오후 3:05|2020-01-28T15:05:00Z",
                "en|Wed Jan 28 2020 00:53:27 GMT+0000 (Coordinated Universal Time)|2020-01-28T00:53:27Z",
            })
    void readsDatesOfManyLanguagesAndCalendars(String language, String text, String iso) {
        assertEquals(iso, DateText.find(text, false, language).stamp().iso());
    }

    @Test
    void dayComesFirstWhereTheCountryWritesItSo() {
        assertEquals("2020-04-03", DateText.find("3/4/2020", false).iso());
    }

    @Test
    void aDayThatDoesNotExistIsNoDate() {
        assertNull(DateText.find("2020-02-31", true));
        assertNull(DateText.find("0000-00-00", true));
        assertNull(DateText.find("call 020 7946 0958", true));
    }
}
