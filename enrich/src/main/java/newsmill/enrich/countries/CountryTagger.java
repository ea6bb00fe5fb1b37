package newsmill.enrich.countries;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newsmill.article.Country;
import newsmill.article.Span;
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
        int language = NameLanguage.of(story.language());
        finder.find(story.title(), true, language, hits, cues);
        finder.find(story.body(), false, language, hits, cues);
        surroundings.read(hits, language);
        new Discourse(gazetteer.countries(), cues).decide(hits, source(story), language);
        if (tags.explaining()) {
            hits.forEach(hit -> tags.note(() -> explain(hit)));
        }
        salient(story, hits).forEach(tags::add);
    }

    private int source(Story story) {
        return story.article().source() == null
                ? -1
                : gazetteer.countries().index(story.article().source().country());
    }

    private String explain(Hit hit) {
        return hit.taken == null
                ? "country: " + hit.words() + " refused: " + hit.reason
                : "country: " + hit.words() + " is " + gazetteer.countries().code(hit.taken.country()) + ", "
                        + hit.taken.kind();
    }

    private List<Country> salient(Story story, List<Hit> hits) {
        Countries countries = gazetteer.countries();
        double[] weights = new double[countries.size()];
        int[] mentions = new int[countries.size()];
        double sum = 0;
        int length = Math.max(1, story.body().size());
        for (Hit hit : hits) {
            if (hit.taken != null) {
                double weight = hit.inTitle ? 2 : 1 + 1.0 * Math.exp(-hit.first / 60.0);
                weights[hit.taken.country()] += weight;
                mentions[hit.taken.country()]++;
                sum += weight;
            }
        }
        List<Country> found = new ArrayList<>();
        for (int c = 0; c < weights.length; c++) {
            if (mentions[c] > 0) {
                List<Span> spans = new ArrayList<>();
                for (Hit hit : hits) {
                    if (hit.taken != null && hit.taken.country() == c && !hit.inTitle) {
                        spans.add(new Span(hit.start, hit.end, hit.words()));
                    }
                }
                found.add(new Country(countries.code(c), countries.name(c), mentions[c], weights[c] / sum, spans));
            }
        }
        found.sort(Comparator.comparingDouble(Country::salience).reversed());
        return found;
    }
}
