package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Byron|[Ada Byron]",
                "By Ada Byron and Nils Aa. Berg|[Ada Byron, Nils Aa. Berg]",
                "Von Helga Morgenthal und Jonas Pfeifer, Oberlindau, Redakteur|[Helga Morgenthal, Jonas Pfeifer, Oberlindau]",
                "Par Claire Monestier et Luc Aubin|[Claire Monestier, Luc Aubin]",
                "Por Inés Robledo y Juan Calvo|[Inés Robledo, Juan Calvo]",
                "Posted on May 3, 2021 by Ada Byron|[Ada Byron]",
                "Ada Byron, Senior Reporter|[Ada Byron]",
                "Ada Byron (Northmouth)|[Ada Byron]",
                "Christoph von Eichen|[Christoph von Eichen]",
                "det/dpa|[det/dpa]",
                "Ada Byron/Nils Berg|[Ada Byron, Nils Berg]",
                "Ada Byron Updated 3 May 2021|[Ada Byron]",
                "https://example.com/author/ada|[]",
                "Étienne Larrieu couvre l'agriculture dans le Sud-Ouest.|[Étienne Larrieu]",
                "Noémie Favre est journaliste indépendante à Sion.|[Noémie Favre]",
                "Clémence Roux-Vidal, Publié le|[Clémence Roux-Vidal]",
                "Ada Byron schreibt über Häfen, die keiner kennt|[Ada Byron]",
                "Maria dos Santos de la Cruz|[Maria dos Santos de la Cruz]",
                "admin|[]",
                "Zum Profil von adabyron|[adabyron]",
                "Log Out|[]",
                "Ada Byron, Do|[Ada Byron]",
                "(责编：王小明、李华)|[王小明, 李华]",
                "서울 홍길동 기자|[홍길동]",
                "Автор: Анна Петрова|[Анна Петрова]",
                "Текст: Анна Петрова и Иван Орлов|[Анна Петрова, Иван Орлов]",
                "Autorka: Ewa Nowak|[Ewa Nowak]",
                "wordpressadmin|[]",
                "By Ada Byron, M.D., and Nils Berg, Ph.D.|[Ada Byron, Nils Berg]",
                "Ada Byron, Lecturer in History, University of Northmouth|[Ada Byron]",
                "Words by Ada Byron|[Ada Byron]",
                "Helga Morgenthal/dpa|[Helga Morgenthal]",
                "Di Giulia Ferri e Marco Valli|[Giulia Ferri, Marco Valli]",
                "Door Jan de Vries|[Jan de Vries]",
                "Av Kari Nordli, journalist|[Kari Nordli]",
                "Af Mette Holm og Lars Juul|[Mette Holm, Lars Juul]",
                "Text och foto: Anna Lind|[Anna Lind]",
                "Kirjoittanut Matti Salo|[Matti Salo]",
                "Ayşe Yıldız tarafından|[Ayşe Yıldız]",
                "Scris de Ion Munteanu|[Ion Munteanu]",
                "Piše: Marko Ilić|[Marko Ilić]",
                "Írta: Kovács Anna|[Kovács Anna]",
                "מאת: דנה כהן|[דנה כהן]",
                "بقلم: أحمد سالم|[أحمد سالم]",
                "राम कुमार द्वारा|[राम कुमार]",
                "Oleh: Budi Santoso|[Budi Santoso]",
                "โดย สมชาย ใจดี|[สมชาย ใจดี]",
                "記者王小明／台北報導|[王小明]",
                "文/王小明|[王小明]",
                "文小明|[文小明]",
                "作者：约翰·史密斯|[约翰·史密斯]",
                "山田太郎記者|[山田太郎]",
                "著者：山田太郎|[山田太郎]",
                "[서울=통신] 홍길동·김철수 기자|[홍길동, 김철수]",
            })
    void cutsABylineIntoNames(String byline, String names) {
        assertEquals(names, PeopleNames.split(byline).toString());
    }

    @Test
    void aPlaceholderOrADateIsNobody() {
        for (String nobody : List.of("null", "webmaster", "12:45", "2023", "ada@example.com", "@ada", "")) {
            assertEquals(List.of(), PeopleNames.split(nobody), nobody);
        }
    }

    @Test
    void tellsAgenciesAddressesAndOfficesFromPeople() {
        assertTrue(PeopleNames.agency("dpa"));
        assertTrue(PeopleNames.address("courier.example.com"));
        assertTrue(PeopleNames.person("Ada Byron"));
        for (String other :
                List.of("Jetzt registrieren", "Staff Courier", "Artikel Redaktion Kurier", "Find out why")) {
            assertFalse(PeopleNames.person(other), other);
        }
    }

    @Test
    void tellsUsersNamesAndDesksFromPeople() {
        assertTrue(PeopleNames.handle("ada_b"));
        assertTrue(PeopleNames.handle("adabyron"));
        assertFalse(PeopleNames.handle("Ada"));
        assertTrue(PeopleNames.desk("Redaktion"));
        assertFalse(PeopleNames.desk("Ada Byron"));
    }
}
