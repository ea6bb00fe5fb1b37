package newsmill.enrich;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import newsmill.article.Article;
import newsmill.article.Enriched;
import newsmill.article.EnrichedArticle;
import newsmill.article.Settings;
import newsmill.enrich.countries.CountryTagger;
import newsmill.enrich.language.Languages;
import newsmill.enrich.quotes.QuoteTagger;
import newsmill.enrich.topics.TopicTagger;
import newsmill.enrich.topics.UserTopicTagger;

/** Asks every tagger about an article. Pure and thread-safe: the same article gives the same tags. */
public final class Enricher {
    /** The version of the taggers that come with Newsmill. */
    public static final String VERSION = "newsmill/0.1.0";

    private final List<Tagger> taggers;
    private final String version;

    /** An enricher of these taggers, asked in this order. */
    public Enricher(List<Tagger> taggers) {
        this(taggers, VERSION);
    }

    /**
     * The same, under a version of its own.
     *
     * @param version what enriched records shall name; another one than before makes every article new that comes again
     */
    public Enricher(List<Tagger> taggers, String version) {
        this.taggers = List.copyOf(taggers);
        this.version = version;
    }

    /** The version of the tagger set, as its enriched records name it. */
    public String version() {
        return version;
    }

    /** The taggers that come with Newsmill. */
    public static Enricher standard() {
        return standard(new Settings(Map.of()));
    }

    /**
     * The same, as a user has set them up: {@code NEWSMILL_ENRICH_GAZETTEER} is a file of places' names to be known too,
     * {@code NEWSMILL_ENRICH_TOPICS} one of topics of the user's own.
     *
     * @throws IllegalArgumentException if such a file or a line of it cannot be read, naming it and the setting
     */
    public static Enricher standard(Settings settings) {
        CountryTagger countries = user(settings, "NEWSMILL_ENRICH_GAZETTEER", CountryTagger::new);
        countries = countries == null ? new CountryTagger() : countries;
        List<Tagger> taggers = new ArrayList<>(List.of(TopicTagger.standard(), countries, new QuoteTagger()));
        Tagger topics = user(settings, "NEWSMILL_ENRICH_TOPICS", UserTopicTagger::of);
        if (topics != null) {
            taggers.add(topics);
        }
        return new Enricher(taggers);
    }

    /** What a user's file holds; null without one. */
    private static <T> T user(Settings settings, String name, Function<Path, T> reader) {
        String file = settings.text(name, null);
        try {
            return file == null ? null : reader.apply(Path.of(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** The taggers, in the order in which they are asked. */
    public List<Tagger> taggers() {
        return taggers;
    }

    /** The article with its tags; {@code enriched.at} is absent. */
    public EnrichedArticle enrich(Article article) {
        return enrich(article, null, new Tags());
    }

    /**
     * The article with its tags.
     *
     * @param at what {@code enriched.at} shall say
     * @param tags an empty set of tags, which also takes the reasons where it asks for them
     */
    public EnrichedArticle enrich(Article article, Instant at, Tags tags) {
        Story story = Story.of(article, language(article));
        for (Tagger tagger : taggers) {
            tagger.tag(story, tags);
        }
        return new EnrichedArticle(
                article.with().language(story.language()).build(),
                tags.topics,
                tags.countries,
                tags.quotes,
                new Enriched(version, at));
    }

    private static String language(Article article) {
        return Languages.standard().of(article.language(), article.title(), article.body());
    }
}
