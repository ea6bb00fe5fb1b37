package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.List;
import newsmill.enrich.text.Text;

/**
 * Finds the stretches in quotation marks, paragraph by paragraph, in one pass over the marks. Marks inside a stretch
 * belong to it; a stretch that a paragraph leaves open goes on if the next paragraph begins with its mark again.
 */
final class Marks {
    /** A stretch that holds more marks than this is none; keeps hostile texts linear. */
    private static final int FAR = 100;

    private final Text text;
    private final List<Stretch> stretches = new ArrayList<>();
    /** The marks of the paragraph at hand. */
    private int[] marks = new int[16];

    private int count;
    /** The closers last looked for in the paragraph, and the index of the first mark at which they may stand. */
    private String sought = "";

    private int soughtAt;

    private Marks(Text text) {
        this.text = text;
    }

    /** The stretches of a text, in order; none overlaps another. */
    static List<Stretch> find(Text text) {
        Marks marks = new Marks(text);
        char open = 0;
        for (int p = 0; p < text.paragraphs(); p++) {
            open = marks.paragraph(text.paragraphStart(p), text.paragraphStart(p + 1), open);
        }
        return marks.stretches;
    }

    /** Adds a paragraph's stretches; returns the opening mark of one that is still open at its end, or 0. */
    private char paragraph(int from, int to, char before) {
        collect(from, to);
        int m = 0;
        while (m < count) {
            int opener = marks[m];
            if (!opens(opener, from)) {
                m++;
                continue;
            }
            char sign = sign(opener);
            boolean resumed = opener == from && sign == before;
            int closer = closer(m, sign);
            if (closer < 0 && opener > from && isSingle(sign)) {
                // an apostrophe, or a mark that particles hide: '통합'을
                m++;
            } else if (closer < 0) {
                int end = nextOpener(m, sign, from, to);
                add(opener, end, false, resumed);
                if (end == to) {
                    return sign;
                }
                m = markFrom(m + 1, end);
            } else {
                add(opener, marks[closer], true, resumed);
                m = closer + 1;
            }
        }
        return 0;
    }

    private static boolean isSingle(char sign) {
        return "'‘’‚".indexOf(sign) >= 0;
    }

    private void add(int open, int close, boolean closed, boolean resumed) {
        if (close > open + 1) {
            stretches.add(new Stretch(open, close, open + 1, close - 1, closed, resumed));
        }
    }

    private void collect(int from, int to) {
        count = 0;
        sought = "";
        for (int t = from; t < to; t++) {
            if (text.kind(t) == Text.Kind.PUNCTUATION
                    && text.end(t) - text.start(t) == 1
                    && "\"“”„‟«»‹›‘’‚'「」『』＂".indexOf(text.first(t)) >= 0) {
                if (count == marks.length) {
                    marks = java.util.Arrays.copyOf(marks, count * 2);
                }
                marks[count++] = t;
            }
        }
    }

    private int markFrom(int m, int token) {
        int at = m;
        while (at < count && marks[at] < token) {
            at++;
        }
        return at;
    }

    private char sign(int token) {
        return text.first(token);
    }

    private boolean spaceBefore(int token, int paragraph) {
        return token == paragraph || text.spaceBefore(token);
    }

    private boolean spaceBehind(int token) {
        return token + 1 >= text.size() || text.spaceBefore(token + 1);
    }

    /** True if the mark can open a stretch where it stands. */
    private boolean opens(int token, int paragraph) {
        char sign = sign(token);
        boolean free = spaceBefore(token, paragraph)
                || !text.isWord(token - 1)
                        && text.kind(token - 1) != Text.Kind.NUMBER
                        && "([{—–-:/¡¿…".indexOf(text.first(token - 1)) >= 0;
        return switch (sign) {
            case '“' -> !closesLikeOpener(token);
            case '„', '‟', '‚', '「', '『', '«', '‹' -> sign != '‚' || !spaceBehind(token);
            case '"', '＂' -> free || !spaceBehind(token) && !digitBefore(token) && glued(token);
            case '”', '»', '›' -> free && !spaceBehind(token);
            case '‘', '\'', '’' ->
                free && !spaceBehind(token) && text.isWord(token + 1) && sign != '’' && !isElided(token);
            default -> false;
        };
    }

    /** A “ at the end of a word closes, where the writer knew but one mark: “so“. */
    private boolean closesLikeOpener(int token) {
        boolean end = spaceBehind(token) || text.kind(token + 1) == Text.Kind.PUNCTUATION;
        return sign(token) == '“' && token > 0 && !text.spaceBefore(token) && text.isWord(token - 1) && end;
    }

    /** A straight mark between two words without spaces opens: {@code said,"No}. */
    private boolean glued(int token) {
        return token + 1 < text.size() && text.isWord(token + 1) && !text.isWord(token - 1);
    }

    private boolean digitBefore(int token) {
        return token > 0 && !text.spaceBefore(token) && text.kind(token - 1) == Text.Kind.NUMBER;
    }

    /** {@code 'em}, {@code 'cause}, {@code 'til}: a single mark that stands for missing letters. */
    private boolean isElided(int token) {
        String word = text.token(token + 1);
        return switch (word) {
            case "em", "til", "cause", "tis", "twas", "bout", "round", "n" -> true;
            default -> false;
        };
    }

    /** The index of the mark that closes the one at index {@code m}; -1 if none does. */
    private int closer(int m, char sign) {
        return switch (sign) {
            case '"', '＂' -> straight(m, sign);
            case '“' -> paired(m, '“', "”\"");
            case '”' -> next(m, "”");
            case '„', '‟' -> next(m, "“”\"‟");
            case '«' -> paired(m, '«', "»");
            case '»' -> next(m, "«");
            case '‹' -> next(m, "›");
            case '›' -> next(m, "‹");
            case '「' -> paired(m, '「', "」");
            case '『' -> paired(m, '『', "』");
            default -> single(m, sign == '‚' ? "‘’'" : sign == '‘' ? "’'" : "'");
        };
    }

    /** The next closer; remembers it, so that a row of openers costs no more than one. */
    private int next(int m, String closers) {
        if (!closers.equals(sought) || soughtAt <= m) {
            sought = closers;
            soughtAt = m + 1;
        }
        while (soughtAt < count && closers.indexOf(sign(marks[soughtAt])) < 0) {
            soughtAt++;
        }
        return soughtAt < count && soughtAt < m + FAR ? soughtAt : -1;
    }

    /** A straight mark closes at the next one that does not open; one behind a digit may be inches. */
    private int straight(int m, char sign) {
        for (int i = m + 1; i < Math.min(count, m + FAR); i++) {
            int mark = marks[i];
            char c = sign(mark);
            if (c != sign && c != '”') {
                continue;
            }
            if (text.spaceBefore(mark) && !spaceBehind(mark) && text.isWord(mark + 1)) {
                return -1;
            }
            if (isInch(mark) && i + 1 < count && !text.spaceBefore(marks[i + 1]) && spaceBehind(marks[i + 1])) {
                continue;
            }
            return i;
        }
        return -1;
    }

    /** The inches of {@code 6'2"}, with more words behind. */
    private boolean isInch(int mark) {
        return digitBefore(mark)
                && mark > 2
                && !text.spaceBefore(mark - 1)
                && text.first(mark - 2) == '\''
                && spaceBehind(mark);
    }

    /** A mark with an opener of its own nests, where enough closers follow. */
    private int paired(int m, char opener, String closers) {
        int depth = 1;
        int lastCloser = -1;
        for (int i = m + 1; i < Math.min(count, m + FAR); i++) {
            char c = sign(marks[i]);
            if (c == opener && !closesLikeOpener(marks[i])) {
                if (lastCloser >= 0 || depth > 2) {
                    break;
                }
                depth++;
            } else if (c == opener || closers.indexOf(c) >= 0) {
                lastCloser = i;
                if (--depth == 0) {
                    return i;
                }
            }
        }
        // more openers than closers: the inner opener began a stretch of its own
        return depth == 1 ? lastCloser : -1;
    }

    /** Single marks: the first closer behind punctuation, else the last one that hugs a word. */
    private int single(int m, String closers) {
        int best = -1;
        for (int i = m + 1; i < count && i < m + 12; i++) {
            int mark = marks[i];
            char c = sign(mark);
            if (c == '‘' || c == '“' && best >= 0) {
                break;
            }
            if (closers.indexOf(c) < 0 || text.spaceBefore(mark)) {
                continue;
            }
            boolean wordBehind = !spaceBehind(mark) && text.isWord(mark + 1);
            if (wordBehind) {
                continue;
            }
            if (!text.isWord(mark - 1)) {
                return i;
            }
            best = best < 0 || isGenitive(best) ? i : best;
        }
        return best;
    }

    private boolean isGenitive(int m) {
        int mark = marks[m];
        return Character.toLowerCase(text.string().charAt(text.start(mark) - 1)) == 's' && spaceBehind(mark);
    }

    /** Where a stretch without closer ends: at the next opener of the kind, or at the paragraph's end. */
    private int nextOpener(int m, char sign, int from, int to) {
        for (int i = m + 1; i < Math.min(count, m + FAR); i++) {
            if (sign(marks[i]) == sign && opens(marks[i], from)) {
                return marks[i];
            }
        }
        return to;
    }
}
