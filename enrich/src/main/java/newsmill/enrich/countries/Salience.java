package newsmill.enrich.countries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newsmill.article.Country;
import newsmill.article.Span;

/** How much a story is about each country: by how often it is named, and where. */
final class Salience {
    private static final double TITLE = 2;
    /** The first words weigh twice as much as the last; the weight of what is added falls to a third every so many tokens. */
    private static final double LEAD = 60;

    private final int country;
    private final List<Span> spans = new ArrayList<>();
    private int mentions;
    private double weight;

    private Salience(int country) {
        this.country = country;
    }

    /** The countries of the hits taken, the most salient first. */
    static List<Country> of(List<Hit> hits, Countries countries) {
        Salience[] all = new Salience[countries.size()];
        double sum = 0;
        for (Hit hit : hits) {
            if (hit.taken != null) {
                int country = hit.taken.country();
                if (all[country] == null) {
                    all[country] = new Salience(country);
                }
                sum += all[country].add(hit);
            }
        }
        List<Country> found = new ArrayList<>();
        for (Salience salience : all) {
            if (salience != null) {
                found.add(salience.country(countries, sum));
            }
        }
        found.sort(Comparator.comparingDouble(Country::salience).reversed());
        return found;
    }

    private double add(Hit hit) {
        double more = hit.inTitle ? TITLE : 1 + Math.exp(-hit.first / LEAD);
        mentions++;
        weight += more;
        if (!hit.inTitle) {
            spans.add(new Span(hit.start, hit.end, hit.words()));
        }
        return more;
    }

    private Country country(Countries countries, double sum) {
        return new Country(countries.code(country), countries.name(country), mentions, weight / sum, spans);
    }
}
