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

    private record Phrase(String text, int kind, boolean onlyAtStart) {}

    private static final Map<Character, List<Phrase>> BY_FIRST = new HashMap<>();
    /** Furniture is short: of a longer text only the beginning is read. */
    private static final int LONGEST = 400;

    static {
        for (String line : Resources.lines("phrases.txt")) {
            int colon = line.indexOf(':');
            int kind = Kind.valueOf(line.substring(0, colon)).ordinal();
            for (String phrase : line.substring(colon + 1).strip().split("\\|")) {
                boolean start = phrase.startsWith("^");
                String text = start ? phrase.substring(1) : phrase.stripLeading();
                BY_FIRST.computeIfAbsent(text.charAt(0), c -> new ArrayList<>()).add(new Phrase(text, kind, start));
            }
        }
    }

    /** Bit k: kind k occurs; bit 32 + k: it occurs at the very start. */
    static long in(String text) {
        String lower = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        long found = 0;
        boolean boundary = true;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (boundary || !letter || Text.ideograph(c)) {
                List<Phrase> phrases = BY_FIRST.get(c);
                if (phrases != null) {
                    for (Phrase phrase : phrases) {
                        if ((i == 0 || !phrase.onlyAtStart) && lower.startsWith(phrase.text, i)) {
                            found |= 1L << phrase.kind;
                            found |= i == 0 ? 1L << (32 + phrase.kind) : 0;
                        }
                    }
                }
            }
            boundary = !letter;
        }
        return found;
    }

    private Phrases() {}

    static boolean has(long found, Kind kind) {
        return (found & (1L << kind.ordinal())) != 0;
    }

    static boolean startsWith(long found, Kind kind) {
        return (found & (1L << (32 + kind.ordinal()))) != 0;
    }
}
