package newsmill.local.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import newsmill.article.Json;

/**
 * A newspaper of the sample newsroom.
 *
 * @param id as in {@code sources.yaml}
 * @param name its name
 * @param language of its stories
 * @param country where it appears
 * @param zone the time zone of its dates
 * @param page its page template
 * @param feed its feed's template, and the path of the feed
 * @param stories in the order of the feed
 */
public record Outlet(
        String id,
        String name,
        String language,
        String country,
        String zone,
        String page,
        String feed,
        List<Story> stories) {
    private static final String FOLDER = "/newsmill/local/samples/";

    public Outlet {
        stories = List.copyOf(stories);
    }

    /** All the newspapers, with their stories. */
    public static List<Outlet> all() {
        try {
            return List.of(Json.MAPPER.readValue(resource("outlets.json"), Entry[].class)).stream()
                    .map(Entry::outlet)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PageTemplate pageTemplate() {
        return new PageTemplate(resource("pages/" + page));
    }

    PageTemplate feedTemplate() {
        return new PageTemplate(resource("feeds/" + feed));
    }

    static String resource(String path) {
        try (InputStream in = Outlet.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Entry(
            String id,
            String name,
            String language,
            String country,
            String zone,
            String page,
            String feed,
            List<String> articles) {
        Outlet outlet() {
            List<Story> stories = articles.stream()
                    .map(slug -> Story.parse(slug, resource("articles/" + id + "/" + slug + ".txt")))
                    .toList();
            return new Outlet(id, name, language, country, zone, page, feed, stories);
        }
    }
}
