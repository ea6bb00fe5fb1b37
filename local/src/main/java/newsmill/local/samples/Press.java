package newsmill.local.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints a newspaper's pages and feeds. Pure: the same story, address and time give the same page.
 *
 * @param outlet the newspaper
 * @param home its address, without a slash at the end
 * @param opened when the newsroom opened; a story's age counts back from there
 */
record Press(Outlet outlet, String home, Instant opened) {
    String address(Story story) {
        return home + "/" + story.slug() + ".html";
    }

    /** @param corrected when the story was corrected, or null */
    String page(Story story, Instant corrected) {
        return outlet.pageTemplate().page(fields(story, corrected), story.text(corrected != null));
    }

    /** @param corrections by slug, when a story was corrected */
    String feed(List<Story> stories, Map<String, Instant> corrections) {
        List<Map<String, String>> items = stories.stream()
                .map(story -> fields(story, corrections.get(story.slug())))
                .toList();
        Map<String, String> fields = new HashMap<>(outletFields());
        fields.put(
                "updated",
                items.stream()
                        .map(item -> item.get("modified"))
                        .max(String::compareTo)
                        .orElse(""));
        return outlet.feedTemplate().feed(fields, items);
    }

    String frontPage(List<Story> stories) {
        String links = stories.stream().map(this::link).collect(Collectors.joining("\n"));
        return "<!DOCTYPE html><html lang=\"" + outlet.language() + "\"><head><meta charset=\"utf-8\"><title>"
                + PageTemplate.markup(outlet.name()) + "</title></head><body><h1>" + PageTemplate.markup(outlet.name())
                + "</h1><ul>\n" + links + "\n</ul></body></html>\n";
    }

    Instant modified(Story story, Instant corrected) {
        return corrected == null ? published(story) : corrected;
    }

    private Instant published(Story story) {
        String age = story.field("age");
        return opened.truncatedTo(ChronoUnit.MINUTES)
                .minus(Duration.ofHours(Integer.parseInt(age.substring(0, age.length() - 1))));
    }

    private Map<String, String> fields(Story story, Instant corrected) {
        ZoneId zone = ZoneId.of(outlet.zone());
        OffsetDateTime published = published(story).atZone(zone).toOffsetDateTime();
        Map<String, String> fields = new HashMap<>(story.fields());
        fields.putAll(outletFields());
        fields.put("slug", story.slug());
        fields.put("url", address(story));
        fields.put("published", published.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        fields.put("published-rfc", published.format(DateTimeFormatter.RFC_1123_DATE_TIME));
        fields.put(
                "published-text",
                published.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(outlet.language()))));
        fields.put(
                "modified",
                modified(story, corrected)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(zone)
                        .toOffsetDateTime()
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        fields.put("authors-json", authors(story));
        fields.put("related-html", related(story));
        return fields;
    }

    private Map<String, String> outletFields() {
        return Map.of("outlet", outlet.name(), "home", home, "language", outlet.language(), "feed", outlet.feed());
    }

    private static String authors(Story story) {
        return List.of(story.field("byline").split(", ")).stream()
                .map(name -> "{\"@type\": \"Person\", \"name\": \"" + PageTemplate.json(name) + "\"}")
                .collect(Collectors.joining(", "));
    }

    private String related(Story story) {
        return outlet.stories().stream()
                .filter(other -> !other.equals(story))
                .limit(4)
                .map(this::link)
                .collect(Collectors.joining());
    }

    private String link(Story story) {
        return "<li><a href=\"" + address(story) + "\">" + PageTemplate.markup(story.field("title")) + "</a></li>";
    }
}
