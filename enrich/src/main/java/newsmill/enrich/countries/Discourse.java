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
    /** The same for a name that stands as any town's does: City of Paris. */
    private static final double MUNICIPAL_FAME = 0.7;

    /** The same for a name said often, where nothing else speaks for its famous bearer. */
    private static final double LONE_FAME = 0.8;

    private static final double LOCAL_CUES = 1.5;

    private static final double EVIDENCE = 1.6;
    private static final double CUE_NAME = 0.4;
    private static final double CUE_WORD = 0.15;
    private static final double MOST_CUES = 2.5;

    private final Countries countries;
    private final double[] evidence;
    private final double[] cues;
    /** What each name says for the countries it may be in, by its senses. */
    private final Map<Name, double[]> said = new HashMap<>();

    private final Map<Name, Integer> counts = new HashMap<>();
    private final Map<Name, Double> locals = new HashMap<>();
    private final Map<Name, Sense> located = new HashMap<>();
    private final Set<Name> municipal = new HashSet<>();
    private final Set<Name> persons = new HashSet<>();

    private boolean local;

    Discourse(Countries countries, int[] cueWords) {
        this.countries = countries;
        evidence = new double[countries.size()];
        cues = new double[countries.size()];
        for (int c = 0; c < cues.length; c++) {
            cues[c] = CUE_WORD * cueWords[c];
        }
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
        local = isLocal();
        for (Hit hit : hits) {
            if (hit.isOpen()) {
                choose(hit);
            }
        }
    }

    /** True for a story written for the people of one town: its words are of one country, and hardly another is named. */
    private boolean isLocal() {
        double most = 0;
        int named = 0;
        for (int c = 0; c < evidence.length; c++) {
            most = Math.max(most, cues[c]);
            named += evidence[c] >= 0.9 ? 1 : 0;
        }
        return most >= LOCAL_CUES && named <= 2;
    }

    /** Takes what the name says for countries, whichever way it will be decided. */
    private void hear(Hit hit) {
        if (!hit.isOpen()) {
            if (hit.person) {
                persons.add(hit.name);
            }
            return;
        }
        counts.merge(hit.name, 1, Integer::sum);
        if (hit.local > 0) {
            locals.merge(hit.name, hit.local, Math::max);
        }
        if (hit.municipal) {
            municipal.add(hit.name);
        }
        if (hit.located) {
            located.putIfAbsent(hit.name, hit.senses[0]);
        }
        double weight = voice(hit);
        if (weight > 0) {
            share(hit, weight);
        }
    }

    /** How much the name says for its countries together. */
    private double voice(Hit hit) {
        Kind kind = hit.senses[0].kind();
        if (kind == Kind.CUE) {
            cues[hit.senses[0].country()] += CUE_NAME;
            return 0;
        }
        if (kind == Kind.NOTHING) {
            return 0;
        }
        if (hit.located) {
            return 1;
        }
        if (hit.name.doubtful || hit.local < 0) {
            return 0.1;
        }
        if (kind.isStrong() || hit.may(Kind.CITY)) {
            return 1;
        }
        if (hit.name.isPersonal() || hit.name.word) {
            return 0.1;
        }
        return hit.local > 0 ? 0.5 : 0.2;
    }

    /** A name of several places speaks for each, by their fame. */
    private void share(Hit hit, double weight) {
        double[] own = said.computeIfAbsent(hit.name, n -> new double[n.senses.length]);
        double sum = 0;
        for (Sense sense : hit.senses) {
            sum += Math.exp(FAME * sense.fame());
        }
        for (Sense sense : hit.senses) {
            double part = weight * Math.exp(FAME * sense.fame()) / sum;
            evidence[sense.country()] += part;
            for (int i = 0; i < own.length; i++) {
                if (hit.name.senses[i].country() == sense.country()) {
                    own[i] += part;
                    break;
                }
            }
        }
    }

    private void choose(Hit hit) {
        Sense best = null;
        double most = Double.NEGATIVE_INFINITY;
        double fame = fame(hit);
        Sense elsewhere = located.get(hit.name);
        for (Sense sense : hit.senses) {
            if (sense.kind() == Kind.CUE || sense.kind() == Kind.NOTHING) {
                hit.reason = sense.kind() == Kind.CUE ? "speaks for the country only" : "no place: " + hit.name;
                continue;
            }
            double score = fame * sense.fame() + support(hit.name, sense);
            if (elsewhere != null && elsewhere.country() == sense.country()) {
                score += 10;
            }
            if (score > most) {
                most = score;
                best = sense;
            }
        }
        if (best != null) {
            judge(hit, best);
        }
    }

    /** Takes the sense, if enough speaks for its being meant at all. */
    private void judge(Hit hit, Sense best) {
        double support = support(hit.name, best);
        boolean weak = !best.kind().isStrong();
        if (persons.contains(hit.name) && !hit.located && (weak ? hit.local < 1 : support < 1.5)) {
            hit.refuse("named a person elsewhere");
            return;
        }
        double score = best.prior() + 0.75 * support + local(hit) + repetition(hit) - doubt(hit, best);
        if (weak && hit.senses.length == 1 && !hit.name.isPersonal() && !hit.name.word) {
            score += 0.5;
        }
        if (hit.located || score >= THRESHOLD) {
            hit.taken = best;
        } else {
            hit.reason = "too little speaks for it";
        }
    }

    /** What stands around it here, or a little less than stands around it elsewhere. */
    private double local(Hit hit) {
        return hit.local < 0 ? hit.local : Math.max(hit.local, locals.getOrDefault(hit.name, 0.0) - 0.3);
    }

    /** What a story names often it is about. */
    private double repetition(Hit hit) {
        return 0.3 * Math.log(counts.getOrDefault(hit.name, 1)) / Math.log(2);
    }

    /** How much fame counts: little for a name said often, where nothing else speaks for its famous bearer. */
    private double fame(Hit hit) {
        if (municipal.contains(hit.name)) {
            return MUNICIPAL_FAME;
        }
        if (hit.senses.length == 1 || counts.getOrDefault(hit.name, 1) == 1) {
            return FAME;
        }
        Sense famous = hit.senses[0];
        for (Sense sense : hit.senses) {
            famous = sense.fame() > famous.fame() ? sense : famous;
        }
        boolean lone =
                support(hit.name, famous) < 0.5 && (famous.kind() == Kind.CITY || famous.kind() == Kind.TOWN || local);
        return lone ? LONE_FAME : FAME;
    }

    /** What the rest of the story says for a sense. */
    private double support(Name name, Sense sense) {
        double near = 0;
        if (sense.kind() == Kind.COUNTRY && name.senses.length > 1) {
            for (int c = 0; c < evidence.length; c++) {
                if (c != sense.country() && evidence[c] >= 1 && countries.areNeighbours(c, sense.country())) {
                    near += 0.7;
                }
            }
        }
        double others = evidence[sense.country()] - own(name, sense);
        return Math.min(5, EVIDENCE * Math.log1p(near + Math.max(0, others)) / Math.log(2));
    }

    private double own(Name name, Sense sense) {
        double[] own = said.get(name);
        for (int i = 0; own != null && i < own.length; i++) {
            if (name.senses[i].country() == sense.country()) {
                return own[i];
            }
        }
        return 0;
    }

    /** How much the name is like a person's or an ordinary word. */
    private static double doubt(Hit hit, Sense sense) {
        boolean weak = sense.kind() == Kind.TOWN || sense.kind() == Kind.DISTRICT || sense.kind() == Kind.PROVINCE;
        if (!weak) {
            return hit.name.doubtful ? 1.5 : 0;
        }
        double likeness = (hit.name.given ? 1.2 : 0) + (hit.name.surname ? 1 : 0) + (hit.name.word ? 3 : 0);
        return likeness * Math.max(0.3, Math.min(1, (6.2 - sense.prior()) / 2));
    }
}
