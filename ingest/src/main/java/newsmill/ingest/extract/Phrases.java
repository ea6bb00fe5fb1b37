package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what the furniture of news pages says ({@code phrases.txt}) in a short text, in one pass. */
final class Phrases {
    /** The kinds of furniture. The order is part of the trained model. */
    enum Kind {
        SHARE,
        READ,
        NEWSLETTER,
        COPYRIGHT,
        CREDIT,
        BIO,
        COMMENT,
        PAYWALL,
        CONSENT,
        AGENCY,
        READTIME,
        DATE,
        FOLLOW,
        AD,
        TAGS,
        CONTACT,
        HELP,
        ACTION
    }

    private record Phrase(String text, int kind) {
        boolean at(String lower, int i) {
            return i + text.length() <= lower.length()
                    && (text.length() < 2 || lower.charAt(i + 1) == text.charAt(1))
                    && lower.startsWith(text, i);
        }
    }

    /** By their first character: all phrases, and those that may also stand further in. */
    private static final Map<Character, List<Phrase>> AT_START = new HashMap<>();

    private static final Map<Character, List<Phrase>> ANYWHERE = new HashMap<>();
    /** The same for the first characters, where nearly all looking up is done. */
    private static final Phrase[][] PLAIN = new Phrase[128][];

    private static final Phrase[] NONE = {};
    /** Furniture is short: of a longer text only the beginning is read. */
    private static final int LONGEST = 400;

    static {
        for (String line : Resources.lines("phrases.txt")) {
            int colon = line.indexOf(':');
            int kind = Kind.valueOf(line.substring(0, colon)).ordinal();
            for (String phrase : line.substring(colon + 1).strip().split("\\|")) {
                boolean start = phrase.startsWith("^");
                String text = start ? phrase.substring(1) : phrase.stripLeading();
                Phrase one = new Phrase(text, kind);
                AT_START.computeIfAbsent(text.charAt(0), c -> new ArrayList<>()).add(one);
                if (!start) {
                    ANYWHERE.computeIfAbsent(text.charAt(0), c -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        for (char c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = ANYWHERE.getOrDefault(c, List.of()).toArray(Phrase[]::new);
        }
    }

    /** Bit k: kind k occurs; bit 32 + k: it occurs at the very start. */
    static long in(String text) {
        String lower = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        long found = 0;
        for (Phrase phrase : lower.isEmpty() ? List.<Phrase>of() : AT_START.getOrDefault(lower.charAt(0), List.of())) {
            found |= phrase.at(lower, 0) ? (1L << phrase.kind) | (1L << (32 + phrase.kind)) : 0;
        }
        boolean boundary = !lower.isEmpty() && !Character.isLetterOrDigit(lower.charAt(0));
        for (int i = 1; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (boundary || !letter || Text.ideograph(c)) {
                for (Phrase phrase : beginningWith(c)) {
                    found |= phrase.at(lower, i) ? 1L << phrase.kind : 0;
                }
            }
            boundary = !letter;
        }
        return found;
    }

    private static Phrase[] beginningWith(char c) {
        if (c < PLAIN.length) {
            return PLAIN[c];
        }
        List<Phrase> phrases = ANYWHERE.get(c);
        return phrases == null ? NONE : phrases.toArray(NONE);
    }

    private Phrases() {}

    static boolean has(long found, Kind kind) {
        return (found & (1L << kind.ordinal())) != 0;
    }

    static boolean startsWith(long found, Kind kind) {
        return (found & (1L << (32 + kind.ordinal()))) != 0;
    }
}
