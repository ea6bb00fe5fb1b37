package newsmill.enrich.countries;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsmill.enrich.Story;
import newsmill.enrich.Tagger;
import newsmill.enrich.Tags;

/** Tags the countries a story names, most salient first. Immutable and thread-safe. */
public final class CountryTagger implements Tagger {
    private final Gazetteer gazetteer;
    private final Finder finder;
    private final Surroundings surroundings;

    /** A tagger with the gazetteer that comes with Newsmill. */
    public CountryTagger() {
        this(new Gazetteer(UserGazetteer.NONE));
    }

    /**
     * A tagger that knows a user's names too, which win over those that come with Newsmill.
     *
     * @param names a file of lines such as {@code UA Bilohorivka, Toretsk}; the code {@code --} is for phrases that mean no
     *     place
     * @throws IllegalArgumentException for a file or line that cannot be read, naming it
     */
    public CountryTagger(Path names) {
        this(new Gazetteer(UserGazetteer.read(names)));
    }

    private CountryTagger(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        finder = new Finder(gazetteer);
        surroundings = new Surroundings(gazetteer);
    }

    @Override
    public void tag(Story story, Tags tags) {
        List<Hit> hits = new ArrayList<>();
        int[] cues = new int[gazetteer.countries().size()];
        int language = NameLanguage.of(story.primaryLanguage());
        int publisher = gazetteer.countries().index(Publisher.country(story.article()));
        finder.find(story.title(), true, language, hits, cues);
        finder.find(story.body(), false, language, hits, cues);
        surroundings.read(hits, language);
        new Discourse(gazetteer.countries(), cues).decide(hits, publisher, language);
        if (tags.explaining()) {
            hits.forEach(hit -> tags.note(() -> hit.explanation(gazetteer.countries())));
        }
        Salience.of(hits, gazetteer.countries()).forEach(tags::add);
    }
}
