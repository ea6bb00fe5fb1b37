package newsmill.enrich.countries;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides each name by the whole story: what else is named, and what the same name was elsewhere. For one story. */
final class Discourse {
    /** Of several places of a name, how much more a place of ten times the fame is meant. */
    static final double FAME = 1.5;

    /** The same for a name that stands as any town's does: City of Paris. */
    private static final double MUNICIPAL_FAME = 0.7;
    /** The same for a name said often, where nothing else speaks for its famous bearer. */
    private static final double LONE_FAME = 0.8;

    private static final double THRESHOLD = 5.4;
    private static final double EVIDENCE = 1.6 / Math.log(2);
    private static final double MOST_SUPPORT = 5;
    private static final double NEIGHBOUR = 0.7;
    private static final double SOURCE = 1.5;
    private static final double CUE_NAME = 0.4;
    private static final double CUE_WORD = 0.15;
    private static final double MOST_CUES = 2.5;
    private static final double LOCAL_CUES = 1.5;

    /** In other languages small English-speaking towns are named by chance alone. */
    private static final double FOREIGN = 1.5;

    private static final byte ENGLISH = NameLanguage.of("en");

    private final Countries countries;
    private final double[] evidence;
    private final double[] cues;
    private final int[] namedInArea;
    private final Map<Name, Voice> voices = new HashMap<>();
    private boolean local;
    private boolean foreign;

    Discourse(Countries countries, int[] cueWords) {
        this.countries = countries;
        evidence = new double[countries.size()];
        cues = new double[countries.size()];
        namedInArea = new int[countries.areas()];
        for (int c = 0; c < cues.length; c++) {
            cues[c] = CUE_WORD * cueWords[c];
        }
    }

    /** Takes a sense for each hit, or refuses it. */
    void decide(List<Hit> hits, int sourceCountry, int language) {
        foreign = language != NameLanguage.ANY && language != ENGLISH;
        if (sourceCountry >= 0) {
            evidence[sourceCountry] += SOURCE;
        }
        for (Hit hit : hits) {
            hear(hit);
        }
        conclude();
        for (Hit hit : hits) {
            if (hit.isOpen()) {
                choose(hit);
            }
        }
    }

    /** Takes what the hit says for countries, whichever way it will be decided. */
    private void hear(Hit hit) {
        if (hit.isOpen() && hit.senses[0].kind() == Kind.CUE) {
            cues[hit.senses[0].country()] += CUE_NAME;
            return;
        }
        if (!hit.isOpen() && !hit.person || hit.isOpen() && hit.senses[0].kind() == Kind.NOTHING) {
            return;
        }
        Voice voice = voices.computeIfAbsent(hit.name, Voice::new);
        hit.voice = voice;
        voice.person |= hit.person;
        if (!hit.isOpen()) {
            return;
        }
        voice.mentions++;
        voice.local = Math.max(voice.local, hit.local);
        voice.municipal |= hit.municipal;
        if (hit.located && voice.located < 0) {
            voice.located = hit.senses[0].country();
        }
        double[] shares = hit.senses == hit.name.senses ? hit.name.shares : Name.shares(hit.senses);
        double weight = weight(hit);
        for (int i = 0; i < shares.length; i++) {
            int country = hit.senses[i].country();
            evidence[country] += weight * shares[i];
            voice.say(country, weight * shares[i]);
        }
    }

    /** How much a hit says for its countries together. */
    private static double weight(Hit hit) {
        if (hit.located) {
            return 1;
        }
        if (hit.name.doubtful || hit.local < 0) {
            return 0.1;
        }
        if (hit.senses[0].kind().isStrong() || hit.may(Kind.CITY)) {
            return 1;
        }
        if (hit.name.isPersonal() || hit.name.word) {
            return 0.1;
        }
        return hit.local > 0 ? 0.5 : 0.2;
    }

    /** Adds the cues, and sees whether the story is a local one: of one country's words, and hardly another named. */
    private void conclude() {
        double most = 0;
        int named = 0;
        for (int c = 0; c < evidence.length; c++) {
            if (cues[c] > 0) {
                most = Math.max(most, cues[c]);
                evidence[c] += Math.min(MOST_CUES, cues[c]);
            }
            if (evidence[c] >= 0.9) {
                named++;
                namedInArea[countries.area(c)]++;
            }
        }
        local = most >= LOCAL_CUES && named <= 2;
    }

    private void choose(Hit hit) {
        if (hit.voice == null) {
            hit.reason = hit.may(Kind.CUE) ? "speaks for a country and names none" : "a phrase that means no place";
            return;
        }
        Sense best = null;
        double most = Double.NEGATIVE_INFINITY;
        double fame = fame(hit);
        for (Sense sense : hit.senses) {
            double score = sense.country() == hit.voice.located
                    ? Double.POSITIVE_INFINITY
                    : fame * sense.fame() + support(hit.voice, sense);
            if (score > most) {
                most = score;
                best = sense;
            }
        }
        judge(hit, best);
    }

    /** How much fame counts: little for a town like any other, and where nothing else speaks for its famous bearer. */
    private double fame(Hit hit) {
        if (hit.senses.length == 1) {
            return FAME;
        }
        if (hit.voice.municipal) {
            return MUNICIPAL_FAME;
        }
        Sense famous = hit.senses[0];
        for (Sense sense : hit.senses) {
            famous = sense.fame() > famous.fame() ? sense : famous;
        }
        boolean town = famous.kind() == Kind.CITY || famous.kind() == Kind.TOWN;
        return hit.voice.mentions > 1 && (town || local) && support(hit.voice, famous) < 0.5 ? LONE_FAME : FAME;
    }

    /** Takes the sense, if enough speaks for its being meant at all. */
    private void judge(Hit hit, Sense best) {
        double support = support(hit.voice, best);
        boolean weak = !best.kind().isStrong();
        if (hit.voice.person && !hit.located && (weak ? hit.local < 1 : support < 1.5)) {
            hit.refuse("a person's name elsewhere in the story");
            return;
        }
        double around = hit.local < 0 ? hit.local : Math.max(hit.local, hit.voice.local - 0.3);
        double repetition = 0.3 * Math.log(hit.voice.mentions) / Math.log(2);
        boolean alone = weak && hit.senses.length == 1 && !hit.name.isPersonal() && !hit.name.word;
        hit.forName = best.prior() - doubt(hit, best) + (alone ? 0.5 : 0);
        hit.forStory = 0.75 * support + repetition;
        hit.forPlace = around;
        if (hit.located || hit.forName + hit.forStory + hit.forPlace >= THRESHOLD) {
            hit.taken = best;
        } else {
            hit.reason = "too little speaks for it";
        }
    }

    /** What the rest of the story says for a sense. */
    private double support(Voice voice, Sense sense) {
        double others = Math.max(0, evidence[sense.country()] - voice.said(sense.country()));
        if (sense.kind() == Kind.COUNTRY && voice.name.senses.length > 1) {
            int named = namedInArea[countries.area(sense.country())];
            others += NEIGHBOUR * (evidence[sense.country()] >= 0.9 ? named - 1 : named);
        }
        return others == 0 ? 0 : Math.min(MOST_SUPPORT, EVIDENCE * Math.log1p(others));
    }

    /** How much the name is like a person's or an ordinary word; less for a large town. */
    private double doubt(Hit hit, Sense sense) {
        if (sense.kind().isStrong()) {
            return hit.name.doubtful ? 1.5 : 0;
        }
        double likeness = (hit.name.given ? 1.2 : 0) + (hit.name.surname ? 1 : 0) + (hit.name.word ? 3 : 0);
        likeness += foreign && sense.prior() < 5 ? FOREIGN : 0;
        return likeness * Math.max(0.3, Math.min(1, (6.2 - sense.prior()) / 2));
    }
}
