package newsmill.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import newsmill.article.Country;
import newsmill.article.MediaTopic;
import newsmill.article.Quote;

/** The tags of one article, as the taggers add them, and why, where that is asked for. For use by one thread. */
public final class Tags {
    final List<MediaTopic> topics = new ArrayList<>();
    final List<Country> countries = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    private final List<String> notes;

    /** Tags without reasons. */
    public Tags() {
        this(null);
    }

    private Tags(List<String> notes) {
        this.notes = notes;
    }

    /** Tags that keep the taggers' reasons. */
    public static Tags explained() {
        return new Tags(new ArrayList<>());
    }

    /** Adds a topic; the best comes first. */
    public void add(MediaTopic topic) {
        topics.add(topic);
    }

    /** Adds a country; the most salient comes first. */
    public void add(Country country) {
        countries.add(country);
    }

    /** Adds a quote; they come in the order of the body. */
    public void add(Quote quote) {
        quotes.add(quote);
    }

    /** True if reasons are asked for. */
    public boolean explaining() {
        return notes != null;
    }

    /** Says why something was tagged or not; costs nothing where no reasons are asked for. */
    public void note(Supplier<String> reason) {
        if (notes != null) {
            notes.add(reason.get());
        }
    }

    /** The topics added so far. */
    public List<MediaTopic> topics() {
        return topics;
    }

    /** The countries added so far. */
    public List<Country> countries() {
        return countries;
    }

    /** The quotes added so far. */
    public List<Quote> quotes() {
        return quotes;
    }

    /** The reasons, in the order they were given; empty where none were asked for. */
    public List<String> notes() {
        return notes == null ? List.of() : notes;
    }
}
