package newsmill.local;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import newsmill.article.Article;
import newsmill.article.EnrichedArticle;
import newsmill.article.Quote;
import newsmill.local.Screen.Style;
import newsmill.local.filter.Printable;

/** An enriched article in a few lines, for people. */
final class ArticlePrinter {
    private static final int MOST_TAGS = 4;
    private static final String INDENT = "             ";

    private final Screen screen;

    ArticlePrinter(Screen screen) {
        this.screen = screen;
    }

    /** Headline, origin, topics, countries, quotes; a correction or a withdrawal says so. */
    String print(EnrichedArticle enriched) {
        Article article = enriched.article();
        StringBuilder text = new StringBuilder();
        if (article.withdrawn()) {
            return text.append(screen.styled(Style.GONE, "✗ withdrawn  "))
                    .append(screen.styled(Style.HEADLINE, clean(title(article))))
                    .append('\n')
                    .append(INDENT)
                    .append(screen.styled(Style.LABEL, origin(article)))
                    .append("\n\n")
                    .toString();
        }
        text.append(
                        article.revision() > 1
                                ? screen.styled(Style.CHANGED, "↻ revision " + article.revision() + " ")
                                : screen.styled(Style.GOOD, "● new        "))
                .append(screen.styled(Style.HEADLINE, clean(title(article))))
                .append('\n');
        text.append(INDENT).append(screen.styled(Style.LABEL, origin(article))).append('\n');
        line(text, "topics", topics(enriched));
        line(text, "countries", countries(enriched));
        String label = "quotes";
        for (Quote quote : enriched.quotes()) {
            line(text, label, quote(quote));
            label = "";
        }
        return text.append('\n').toString();
    }

    private void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(screen.styled(Style.LABEL, String.format(Locale.ROOT, "  %-11s", label)))
                    .append(value)
                    .append('\n');
        }
    }

    private static String title(Article article) {
        return article.title() != null ? article.title() : article.url() != null ? article.url() : article.id();
    }

    private static String origin(Article article) {
        StringJoiner origin = new StringJoiner(" · ");
        if (article.source() != null) {
            origin.add(
                    article.source().name() == null
                            ? article.source().id()
                            : article.source().name());
        }
        if (article.language() != null) {
            origin.add(article.language());
        }
        if (!article.byline().isEmpty()) {
            origin.add(String.join(", ", article.byline()));
        }
        if (article.publishedAt() != null) {
            origin.add(article.publishedAt().replaceFirst("T(\\d\\d:\\d\\d).*", " $1"));
        }
        return clean(origin.toString());
    }

    private static String topics(EnrichedArticle enriched) {
        return enriched.topics().stream()
                .limit(MOST_TAGS)
                .map(topic -> String.format(Locale.ROOT, "%s %.2f", topic.name(), topic.score()))
                .collect(Collectors.joining(" · "));
    }

    private static String countries(EnrichedArticle enriched) {
        return enriched.countries().stream()
                .limit(MOST_TAGS)
                .map(country -> String.format(Locale.ROOT, "%s %.2f", country.name(), country.salience()))
                .collect(Collectors.joining(" · "));
    }

    private String quote(Quote quote) {
        String speaker = quote.speaker() == null ? "?" : quote.speaker().name();
        String words = quote.kind() == Quote.Kind.INDIRECT ? quote.text() : "“" + quote.text() + "”";
        int room = Math.max(20, screen.width() - INDENT.length() - speaker.length() - 3);
        return clean(speaker + ": " + shortened(words, room));
    }

    private static String shortened(String text, int room) {
        String line = text.replace('\n', ' ');
        return line.length() <= room ? line : line.substring(0, room - 1).stripTrailing() + "…";
    }

    private static String clean(String text) {
        return Printable.text(text);
    }

    /** Names of things counted, best first: {@code 8 economy, 5 sport}. */
    static String tally(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting())).entrySet().stream()
                .sorted((a, b) -> a.getValue().equals(b.getValue())
                        ? a.getKey().compareTo(b.getKey())
                        : Long.compare(b.getValue(), a.getValue()))
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
