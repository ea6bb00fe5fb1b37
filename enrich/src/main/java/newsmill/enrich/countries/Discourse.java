package newsmill.enrich.countries;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides each name by the whole story: what else is named, and what the same name was elsewhere. For one story. */
final class Discourse {
    private static final double THRESHOLD = 5.4;
    /** Of several places of a name, how much more a place of ten times the fame is meant. */
    private static final double FAME = 1.5;

    private static final double EVIDENCE = 1.6;
    private static final double MOST_CUES = 2;

    private final Countries countries;
    private final double[] evidence;
    private final double[] cues;
    private final Map<Name, Sense> located = new HashMap<>();
    private final Set<Name> persons = new HashSet<>();

    Discourse(Countries countries) {
        this.countries = countries;
        evidence = new double[countries.size()];
        cues = new double[countries.size()];
    }

    void decide(List<Hit> hits, int sourceCountry) {
        if (sourceCountry >= 0) {
            evidence[sourceCountry] += 0.6;
        }
        for (Hit hit : hits) {
            hear(hit);
        }
        for (int c = 0; c < cues.length; c++) {
            evidence[c] += Math.min(MOST_CUES, cues[c]);
        }
        for (Hit hit : hits) {
            if (hit.isOpen() && !refusedAsPerson(hit)) {
                choose(hit);
            }
        }
    }

    private boolean refusedAsPerson(Hit hit) {
        boolean person = !hit.located && hit.local < 1 && persons.contains(hit.name);
        if (person) {
            hit.refuse("named a person elsewhere");
        }
        return person;
    }

    /** Takes what the name says for countries, whichever way it will be decided. */
    private void hear(Hit hit) {
        if (!hit.isOpen()) {
            if (hit.person) {
                persons.add(hit.name);
            }
            return;
        }
        int only = hit.onlyCountry();
        if (only < 0) {
            share(hit);
            return;
        }
        Sense sense = hit.senses[0];
        if (hit.located || sense.kind().isStrong()) {
            evidence[only] += 1;
            if (hit.located) {
                located.putIfAbsent(hit.name, sense);
            }
        } else if (sense.kind() == Kind.CUE) {
            cues[only] += 0.4;
        } else if (sense.kind() != Kind.NOTHING && hit.local >= 0 && !hit.name.isPersonal() && !hit.name.word) {
            evidence[only] += hit.local > 0 ? 0.5 : 0.2;
        }
    }

    /** A name of several places speaks a little for each, by their fame. */
    private void share(Hit hit) {
        double sum = 0;
        for (Sense sense : hit.senses) {
            sum += Math.exp(FAME * sense.fame());
        }
        double all = hit.name.isPersonal() || hit.name.word || hit.local < 0 ? 0.1 : hit.may(Kind.CITY) ? 1 : 0.5;
        for (Sense sense : hit.senses) {
            if (sense.country() >= 0) {
                evidence[sense.country()] += all * Math.exp(FAME * sense.fame()) / sum;
            }
        }
    }

    private void choose(Hit hit) {
        Sense best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Sense sense : hit.senses) {
            if (sense.kind() == Kind.CUE || sense.kind() == Kind.NOTHING) {
                hit.reason = sense.kind() == Kind.CUE ? "speaks for the country only" : "no place: " + hit.name;
                continue;
            }
            double score = FAME * sense.fame() + support(sense);
            if (sense == located.get(hit.name)) {
                score += 10;
            }
            if (score > most) {
                most = score;
                best = sense;
            }
        }
        if (best == null) {
            return;
        }
        double score = best.prior() + 0.75 * support(best) + hit.local - doubt(hit, best);
        if (hit.located || score >= THRESHOLD) {
            hit.taken = best;
        } else {
            hit.reason = "too little speaks for it";
        }
    }

    private double support(Sense sense) {
        double near = 0;
        if (sense.kind() == Kind.COUNTRY) {
            for (int c = 0; c < evidence.length; c++) {
                if (c != sense.country() && evidence[c] >= 1 && countries.areNeighbours(c, sense.country())) {
                    near += 0.7;
                }
            }
        }
        return Math.min(5, EVIDENCE * Math.log1p(near + evidence[sense.country()]) / Math.log(2));
    }

    /** How much the name is like a person's or an ordinary word. */
    private static double doubt(Hit hit, Sense sense) {
        boolean weak = sense.kind() == Kind.TOWN || sense.kind() == Kind.DISTRICT;
        if (!weak) {
            return 0;
        }
        return (hit.name.given ? 1.2 : 0) + (hit.name.surname ? 1 : 0) + (hit.name.word ? 2 : 0);
    }
}
