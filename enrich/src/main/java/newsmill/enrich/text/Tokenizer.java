package newsmill.enrich.text;

import newsmill.enrich.text.Text.Kind;

/** Cuts a text into tokens in one pass; see {@link Text} for the rules. */
final class Tokenizer {
    /** English endings that follow an apostrophe; {@code n't} stays with its word. */
    private static final String[] ENDINGS = {"s", "re", "ve", "ll", "d", "m"};

    private static final int LONGEST_ELISION = 6;

    private final String text;
    private final char[] chars;
    private final int length;
    private final Tokens tokens;

    private Tokenizer(String text) {
        this.text = text;
        chars = text.toCharArray();
        length = chars.length;
        tokens = new Tokens(length / 5 + 16);
    }

    static Tokens cut(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        int at = 0;
        while (at < tokenizer.length) {
            at = tokenizer.next(at);
        }
        return tokenizer.tokens;
    }

    /** Adds the token at an offset, if one begins there; returns the offset behind it. */
    private int next(int at) {
        char c = chars[at];
        return switch (Chars.of(c)) {
            case Chars.SPACE, Chars.SILENT -> at + 1;
            case Chars.LETTER, Chars.CASELESS -> word(at);
            case Chars.DIGIT -> number(at);
            case Chars.IDEOGRAPH -> add(at, at + 1, Kind.IDEOGRAPH);
            case Chars.SURROGATE -> surrogate(at);
            default -> Chars.isApostrophe(c) ? apostrophe(at) : add(at, at + 1, Kind.PUNCTUATION);
        };
    }

    private int add(int start, int end, Kind kind) {
        long hash = end - start == 1
                ? TokenHash.finish(TokenHash.step(TokenHash.START, Chars.lower(chars[start])))
                : TokenHash.of(text, start, end);
        tokens.add(start, end, kind, hash);
        return end;
    }

    private int word(int start) {
        if (start + 1 < length && chars[start + 1] == '.' || start + 2 < length && chars[start + 2] == '.') {
            int dotted = dotted(start);
            if (dotted > 0) {
                return add(start, dotted, dotted - start == 2 ? Kind.INITIAL : Kind.DOTTED);
            }
        }
        long hash = TokenHash.START;
        boolean marked = false;
        int uppers = 0;
        int lowers = 0;
        int at = start;
        while (at < length) {
            char c = chars[at];
            byte type = Chars.CLASSES[c];
            if (type == Chars.LETTER) {
                char lower = Chars.LOWER[c];
                if (lower == c) {
                    lowers++;
                } else {
                    uppers++;
                }
                hash = TokenHash.step(hash, lower);
            } else if (type == Chars.CASELESS || type == Chars.DIGIT) {
                hash = TokenHash.step(hash, c);
            } else if (type == Chars.MARK) {
                marked = true;
            } else if (Chars.isApostrophe(c) && at + 1 < length) {
                int end = joined(start, at);
                if (end == at) {
                    break;
                }
                hash = TokenHash.step(hash, '\'');
                if (end == at + 1) {
                    at = end;
                    break;
                }
            } else if (type != Chars.SILENT) {
                break;
            }
            at++;
        }
        int end = unsilent(start, at);
        Kind kind = kind(Chars.LOWER[chars[start]] != chars[start], uppers, lowers);
        tokens.add(start, end, kind, marked ? TokenHash.of(text, start, end) : TokenHash.finish(hash));
        return at;
    }

    /** The end of a word without the joiners and marks of direction that trail it. */
    private int unsilent(int start, int end) {
        int at = end;
        while (at > start + 1 && Chars.of(chars[at - 1]) == Chars.SILENT) {
            at--;
        }
        return at;
    }

    private static Kind kind(boolean first, int uppers, int lowers) {
        if (uppers == 0) {
            return lowers == 0 ? Kind.CASELESS : Kind.LOWER;
        }
        if (lowers == 0) {
            return uppers == 1 ? Kind.CAPITALISED : Kind.UPPER;
        }
        if (!first) {
            return Kind.MIXED;
        }
        return uppers == 1 ? Kind.CAPITALISED : Kind.MIXED_CAPITALISED;
    }

    /** The end of {@code F.} or {@code U.S.} at an offset, or 0 if there is none. */
    private int dotted(int start) {
        int at = start;
        int letters = 0;
        while (at + 1 < length
                && chars[at + 1] == '.'
                && Chars.of(chars[at]) == Chars.LETTER
                && (letters > 0 || Character.isUpperCase(chars[at]) || at + 3 < length && lowerPair(at))) {
            letters++;
            at += 2;
        }
        if (letters == 0) {
            return 0;
        }
        // "U.S" without the last dot, as in "U.S-led"
        if (letters == 1 && at < length && Chars.of(chars[at]) == Chars.LETTER) {
            boolean single = at + 1 == length || Chars.of(chars[at + 1]) != Chars.LETTER;
            return single && Character.isUpperCase(chars[at]) ? at + 1 : 0;
        }
        return at;
    }

    /** Lower-case letters count as dotted only in pairs: {@code e.g.}, {@code a.m.} */
    private boolean lowerPair(int at) {
        return Chars.of(chars[at + 2]) == Chars.LETTER && chars[at + 3] == '.';
    }

    /**
     * How an apostrophe inside a word is read: its own offset if the word ends before it, the offset behind it if the
     * word ends with it (an elided article), the word's end or anything behind that if the word goes on.
     */
    private int joined(int start, int apostrophe) {
        int behind = apostrophe + 1;
        if (!Chars.isWordPart(Chars.of(chars[behind]))) {
            return apostrophe;
        }
        int end = behind;
        while (end < length && end - behind < 3 && Chars.of(chars[end]) == Chars.LETTER) {
            end++;
        }
        boolean shortTail = end == length || Chars.of(chars[end]) != Chars.LETTER;
        if (shortTail && isEnding(behind, end)) {
            return apostrophe;
        }
        boolean irish = apostrophe - start == 1 && Chars.lower(chars[start]) == 'o';
        if (!irish && apostrophe - start <= LONGEST_ELISION && isElision(start, apostrophe)) {
            return behind;
        }
        return end + 1;
    }

    private boolean isEnding(int start, int end) {
        for (String ending : ENDINGS) {
            if (end - start == ending.length() && text.regionMatches(true, start, ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    /** French, Italian and Catalan words that lose their vowel: one consonant, or one of a short list. */
    private boolean isElision(int start, int end) {
        if (end - start == 1) {
            return true;
        }
        String word = text.substring(start, end).toLowerCase(java.util.Locale.ROOT);
        return switch (word) {
            case "qu",
                    "jusqu",
                    "lorsqu",
                    "puisqu",
                    "un",
                    "gl",
                    "all",
                    "dell",
                    "nell",
                    "sull",
                    "dall",
                    "quell",
                    "quest",
                    "coll",
                    "cent",
                    "dev",
                    "ch",
                    "com",
                    "dov",
                    "anch",
                    "tutt",
                    "sant" -> true;
            default -> false;
        };
    }

    /** An apostrophe at a word's beginning: an ending such as {@code 's}, else a sign. */
    private int apostrophe(int at) {
        boolean behindWord = at > 0 && Chars.of(chars[at - 1]) != Chars.SPACE && tokens.size > 0;
        if (behindWord) {
            int end = at + 1;
            while (end < length && end - at < 4 && Chars.of(chars[end]) == Chars.LETTER) {
                end++;
            }
            if (end > at + 1
                    && isEnding(at + 1, end)
                    && (end == length || Chars.of(chars[end]) != Chars.LETTER)
                    && tokens.ends[tokens.size - 1] == at) {
                return add(at, end, Kind.PUNCTUATION);
            }
        }
        return add(at, at + 1, Kind.PUNCTUATION);
    }

    private int number(int start) {
        int at = start + 1;
        for (; at < length; at++) {
            byte type = Chars.of(chars[at]);
            boolean between = type == Chars.OTHER
                    && at + 1 < length
                    && isJoint(chars[at])
                    && Chars.of(chars[at + 1]) == Chars.DIGIT;
            if (!Chars.isWordPart(type) && !between) {
                break;
            }
        }
        return add(start, at, Kind.NUMBER);
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == ',' || c == ':';
    }

    private int surrogate(int start) {
        int point = text.codePointAt(start);
        int end = start + Character.charCount(point);
        if (Character.isIdeographic(point)) {
            return add(start, end, Kind.IDEOGRAPH);
        }
        if (!Character.isLetter(point)) {
            return add(start, end, Kind.PUNCTUATION);
        }
        while (end < length && Character.isLetter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return add(start, end, Kind.CASELESS);
    }
}
