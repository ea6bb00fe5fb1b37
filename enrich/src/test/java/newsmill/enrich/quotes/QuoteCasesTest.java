package newsmill.enrich.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import newsmill.article.Article;
import newsmill.article.Quote;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of {@code cases.txt}: a new one is a few lines there and no code. */
class QuoteCasesTest {
    private final QuoteTagger tagger = new QuoteTagger();

    @TestFactory
    Stream<DynamicTest> everyCaseGivesItsQuotes() throws IOException {
        return cases().stream()
                .map(found -> DynamicTest.dynamicTest(
                        found.name, () -> assertEquals(found.expected, quotes(found.language, found.body))));
    }

    private List<String> quotes(String language, String body) {
        Tags tags = new Tags();
        tagger.tag(Story.of(Article.of("1").body(body).build(), language), tags);
        return tags.quotes().stream().map(quote -> line(quote, body)).toList();
    }

    private static String line(Quote quote, String body) {
        assertEquals(quote.text(), body.substring(quote.start(), quote.end()));
        Quote.Speaker speaker = quote.speaker();
        if (speaker != null) {
            assertEquals(speaker.mention(), body.substring(speaker.start(), speaker.end()));
        }
        return quote.kind().name().toLowerCase(Locale.ROOT) + " > " + quote.text() + " | "
                + (speaker == null ? "- | -" : speaker.name() + " | " + speaker.mention()) + " | "
                + Objects.requireNonNullElse(quote.cue(), "-");
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                QuoteCasesTest.class.getResourceAsStream("/newsmill/enrich/quotes/cases.txt"),
                StandardCharsets.UTF_8))) {
            String name = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("# ")) {
                    name = line.substring(2);
                } else if (line.matches("(in)?direct > .*")) {
                    cases.get(cases.size() - 1).expected.add(line);
                } else if (!line.isBlank()) {
                    String[] parts = line.split(": ", 2);
                    cases.add(new Case(name, parts[0], parts[1].replace("\\n", "\n"), new ArrayList<>()));
                }
            }
        }
        return cases;
    }

    private record Case(String name, String language, String body, List<String> expected) {}
}
