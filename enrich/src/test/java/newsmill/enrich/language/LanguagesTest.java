package newsmill.enrich.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private final Languages languages = Languages.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The minister said on Monday that the bridge would open next year
            de | Die Ministerin sagte am Montag, die Brücke werde im nächsten Jahr eröffnet
            fr | La ministre a déclaré lundi que le pont ouvrirait l'année prochaine
            es | La ministra dijo el lunes que el puente abrirá el próximo año
            pt | A ministra disse na segunda-feira que a ponte abrirá no próximo ano
            it | La ministra ha detto lunedì che il ponte aprirà l'anno prossimo
            nl | De minister zei maandag dat de brug volgend jaar opengaat
            pl | Minister powiedziała w poniedziałek, że most zostanie otwarty w przyszłym roku
            tr | Bakan pazartesi günü köprünün gelecek yıl açılacağını söyledi
            sv | Ministern sade på måndagen att bron öppnar nästa år
            sw | Waziri alisema Jumatatu kwamba daraja litafunguliwa mwaka ujao
            ha | Ministan ya ce a ranar Litinin cewa za a buɗe gadar a shekara mai zuwa
            yo | Mínísítà sọ ní ọjọ́ Ajé pé wọn yóò ṣí afárá náà ní ọdún tó ń bọ̀
            so | Wasiirka ayaa sheegay Isniintii in buundada la furi doono sanadka soo socda
            pcm | Di minister tok on Monday say dem go open di bridge next year
            ru | Министр сообщила в понедельник, что мост откроется в следующем году
            uk | Міністерка повідомила в понеділок, що міст відкриють наступного року
            ar | قالت الوزيرة يوم الاثنين إن الجسر سيفتح العام المقبل
            fa | وزیر روز دوشنبه گفت که پل سال آینده باز خواهد شد
            zh | 部长周一表示，大桥将于明年开通
            ja | 大臣は月曜日、橋は来年開通すると述べた
            ko | 장관은 월요일 다리가 내년에 개통될 것이라고 말했다
            am | ሚኒስትሯ ድልድዩ በሚቀጥለው ዓመት እንደሚከፈት ሰኞ ተናግረዋል
            el | Η υπουργός δήλωσε τη Δευτέρα ότι η γέφυρα θα ανοίξει του χρόνου
            hi | मंत्री ने सोमवार को कहा कि पुल अगले साल खुलेगा
            """)
    void aSentenceIsEnough(String language, String sentence) {
        assertEquals(language, languages.of(null, null, sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pcm | Gunmen attack village for Plateau, kill ten pipo
            pcm | How to cook correct party jollof wey no go burn
            pcm | Why marketers dey vex over fuel price
            en  | How to make one pot feed all
            en  | Who can go on as leader if no one says so
            en  | No new deal as Bin Laden tape is aired
            """)
    void anUnmistakableWordTellsPidginFromEnglish(String language, String headline) {
        assertEquals(language, languages.of(null, headline, null));
    }

    @Test
    void aTextInAnotherLanguageThanDeclaredIsWhatItIs() {
        assertEquals("de", languages.of("en", null, "Der Bundestag hat am Freitag über das neue Gesetz abgestimmt."));
    }

    @Test
    void theDeclaredTagStaysIfTheLanguageIsRight() {
        assertEquals("en-GB", languages.of("en-GB", "Storm closes schools", "Hundreds of schools were closed."));
        assertEquals("pt-BR", languages.of("pt_BR", null, "O governo anunciou na terça-feira novas medidas."));
    }

    @Test
    void tooLittleTextIsBelievedToBeWhatIsDeclared() {
        assertEquals("fi", languages.of("fi", "Ok", ""));
        assertEquals("und", languages.of(null, "", null));
        assertEquals("und", languages.of(null, "1:0", "12.5 %"));
    }

    @Test
    void namesInAnotherScriptDoNotDecide() {
        assertEquals("zh", languages.of(null, null, "苹果公司发布新款iPhone，Apple Watch也有更新"));
        assertEquals("ru", languages.of(null, null, "Компания Apple представила новый смартфон iPhone"));
    }

    @Test
    void aLongTextTakesNoLongerThanAShortOne() {
        String body = "Der Rat hat beschlossen, die Schule zu bauen. ".repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertEquals("de", languages.of(null, "", body)));
    }
}
