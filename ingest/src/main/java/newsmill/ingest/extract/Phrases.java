package newsmill.ingest.extract;

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

    private static final PhraseTree AT_START = new PhraseTree();
    private static final PhraseTree ANYWHERE = new PhraseTree();
    /** Furniture is short: of a longer text only the beginning is read. */
    private static final int LONGEST = 400;

    static {
        for (String line : Resources.lines("phrases.txt")) {
            int colon = line.indexOf(':');
            int kind = Kind.valueOf(line.substring(0, colon)).ordinal();
            for (String phrase : line.substring(colon + 1).strip().split("\\|")) {
                boolean start = phrase.startsWith("^");
                String text = start ? phrase.substring(1) : phrase.stripLeading();
                AT_START.add(text, 1L << kind | 1L << (32 + kind));
                if (!start) {
                    ANYWHERE.add(text, 1L << kind);
                }
            }
        }
    }

    /** Bit k: kind k occurs; bit 32 + k: it occurs at the very start. */
    static long in(String text) {
        int end = Math.min(text.length(), LONGEST);
        long found = end == 0 ? 0 : AT_START.at(text, 0, end);
        boolean boundary = end > 0 && !Character.isLetterOrDigit(text.charAt(0));
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = Text.letterOrDigit(c);
            if (boundary || !letter || Text.ideograph(c)) {
                found |= ANYWHERE.at(text, i, end);
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
