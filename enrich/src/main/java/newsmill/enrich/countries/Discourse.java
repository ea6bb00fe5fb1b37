package newsmill.enrich.countries;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides each name by the whole story: what else is named, and what the same name was elsewhere. */
final class Discourse {
    private static final double THRESHOLD = 5.4;

    private final double[] evidence;

    Discourse(int countries) {
        evidence = new double[countries];
    }

    void decide(List<Hit> hits, int sourceCountry) {
        Set<Name> persons = new HashSet<>();
        for (Hit hit : hits) {
            if (!hit.isOpen() && hit.reason.startsWith("a person")) {
                persons.add(hit.name);
            }
        }
        for (Hit hit : hits) {
            weigh(hit);
        }
        if (sourceCountry >= 0) {
            evidence[sourceCountry] += 0.6;
        }
        for (Hit hit : hits) {
            if (hit.isOpen()) {
                if (!hit.located && hit.local < 1 && hit.name.isPersonal() && persons.contains(hit.name)) {
                    hit.refuse("named a person elsewhere");
                } else {
                    choose(hit);
                }
            }
        }
    }

    private void weigh(Hit hit) {
        int only = hit.onlyCountry();
        if (only < 0) {
            return;
        }
        Sense sense = hit.senses[0];
        if (hit.located || sense.kind().isStrong()) {
            evidence[only] += 1;
        } else if (sense.kind() == Kind.CUE) {
            evidence[only] += 0.4;
        } else if (hit.local >= 0 && !hit.name.isPersonal() && !hit.name.word) {
            evidence[only] += hit.local > 0 ? 0.5 : 0.2;
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
            double score = sense.prior() + 1.2 * Math.log1p(evidence[sense.country()]) / Math.log(2);
            if (score > most) {
                most = score;
                best = sense;
            }
        }
        if (best == null) {
            return;
        }
        double score = most + hit.local;
        boolean weak = best.kind() == Kind.TOWN || best.kind() == Kind.DISTRICT;
        if (weak && hit.first == hit.last) {
            score -= (hit.name.given ? 1 : 0) + (hit.name.surname ? 1 : 0) + (hit.name.word ? 2 : 0);
        }
        if (hit.located || score >= THRESHOLD) {
            hit.taken = best;
        } else {
            hit.reason = "too little speaks for it";
        }
    }
}
