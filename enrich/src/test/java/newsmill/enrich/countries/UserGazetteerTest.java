package newsmill.enrich.countries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import newsmill.article.Article;
import newsmill.article.Country;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserGazetteerTest {
    @TempDir
    private Path directory;

    @Test
    void aUsersNamesAreFoundAndWin() throws IOException {
        Path file = file("# our desk", "UA Bilohorivka, Stara Mlynivka", "", "-- Georgia Tech");
        Tags tags = new Tags();
        String body = "Shells fell on Stara Mlynivka. A student of Georgia Tech wrote of it.";
        new CountryTagger(file).tag(Story.of(Article.of("a").body(body).build(), "en"), tags);
        assertEquals(List.of("UA"), tags.countries().stream().map(Country::code).toList());
    }

    @Test
    void wrongLinesAreNamed() throws IOException {
        Path unknown = file("UA Kyiv", "# comment", "ZZ Nowhere");
        assertEquals(unknown + ":3: no country has the code ZZ", message(unknown));
        Path empty = file("UA");
        assertEquals(empty + ":1: should be a country's code and names, by commas: UA", message(empty));
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("none.txt");
        assertEquals(missing + ": cannot be read as UTF-8 text: " + missing, message(missing));
    }

    private static String message(Path file) {
        return assertThrows(IllegalArgumentException.class, () -> new CountryTagger(file))
                .getMessage();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("names.txt"), List.of(lines));
    }
}
