package newsmill.enrich.language;

import java.lang.Character.UnicodeScript;

/** The scripts of the world's news; most of them are one language's own. */
enum Script {
    NONE,
    LATIN,
    CYRILLIC,
    ARABIC,
    DEVANAGARI,
    HAN("zh"),
    KANA("ja"),
    HANGUL("ko"),
    ETHIOPIC,
    GREEK("el"),
    HEBREW("he"),
    ARMENIAN("hy"),
    GEORGIAN("ka"),
    THAI("th"),
    LAO("lo"),
    KHMER("km"),
    MYANMAR("my"),
    BENGALI("bn"),
    GURMUKHI("pa"),
    GUJARATI("gu"),
    ORIYA("or"),
    TAMIL("ta"),
    TELUGU("te"),
    KANNADA("kn"),
    MALAYALAM("ml"),
    SINHALA("si"),
    TIBETAN("bo"),
    THAANA("dv");

    private static final Script[] ALL = values();
    private static final byte[] OF = new byte[1 << 16];

    static {
        for (int c = 0; c < OF.length; c++) {
            OF[c] = (byte) (Character.isLetter(c) ? named(UnicodeScript.of(c)) : NONE).ordinal();
        }
    }

    /** The language written in this script alone; null if it has several. */
    final String language;

    Script() {
        this(null);
    }

    Script(String language) {
        this.language = language;
    }

    /** The script of a letter; NONE for anything else. */
    static Script of(char c) {
        return ALL[OF[c]];
    }

    private static Script named(UnicodeScript script) {
        if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
            return KANA;
        }
        for (Script s : ALL) {
            if (s.name().equals(script.name())) {
                return s;
            }
        }
        return NONE;
    }
}
