package newsmill.ingest.extract;

import static newsmill.ingest.extract.Feature.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the text of each block says by itself, and what of it the page says elsewhere: in its title, description, JSON-LD. */
final class TextFeatures {
    /** Bits of a word: it stands in the title, or in the description. */
    private static final int TITLE_WORD = 1;

    private static final int DESCRIPTION_WORD = 2;

    private final FeatureRows rows;
    private final List<Block> blocks;

    TextFeatures(FeatureRows rows) {
        this.rows = rows;
        this.blocks = rows.blocks;
    }

    void measure(BlockFeatures.Context context) {
        Set<String> title = wordSet(context.title());
        Map<String, Integer> marked = new HashMap<>();
        title.forEach(word -> marked.merge(word, TITLE_WORD, Integer::sum));
        wordSet(context.description()).forEach(word -> marked.merge(word, DESCRIPTION_WORD, Integer::sum));
        String body = context.articleBody() == null || context.articleBody().length() < 200
                ? null
                : Text.plain(context.articleBody());
        List<String> authors = context.authors().stream()
                .filter(author -> author.length() > 4)
                .map(author -> author.toLowerCase(Locale.ROOT))
                .toList();
        Map<String, Integer> seen = new HashMap<>();
        for (Block block : blocks) {
            seen.merge(block.text, 1, Integer::sum);
            rows.set(block.index, CALLED_ARTICLE, context.calledArticle());
            rows.set(
                    block.index,
                    TOLD_WORDS,
                    context.toldWords() == 0 ? -1 : (double) rows.page.mass / context.toldWords());
        }
        for (Block block : blocks) {
            int i = block.index;
            String text = block.text;
            boolean brief = block.words <= 60;
            String plain = brief || body != null ? Text.plain(text) : "";
            if (brief) {
                overlap(i, plain, marked, title.size());
            }
            rows.set(i, HEADING, block.box.heading());
            rows.set(i, HAS_YEAR, block.words < 30 && year(text));
            if (rows.furniture.get(i)) {
                continue;
            }
            char first = text.charAt(0);
            char last = text.charAt(text.length() - 1);
            rows.set(i, LINKS, block.links);
            rows.set(i, BOLD, (double) block.boldWords / Math.max(1, block.words));
            rows.set(i, ITALIC, (double) block.italicWords / Math.max(1, block.words));
            rows.set(i, DIGITS, (double) block.digits / block.letters);
            rows.set(i, UPPER, (double) block.upper / block.letters);
            rows.set(i, PUNCTUATION, (double) block.punctuation / Math.max(1, block.words));
            rows.set(i, CAPITALS, (double) block.capitals / Math.max(1, block.words));
            rows.set(i, COMMAS, (double) block.commas / Math.max(1, block.words));
            rows.set(i, SENTENCES, block.sentenceEnds);
            rows.set(i, ENDS_SENTENCE, Text.endsSentence(last));
            rows.set(i, ENDS_COLON, last == ':' || last == '\uff1a');
            rows.set(i, STARTS_LOWER, Character.isLowerCase(first));
            rows.set(i, STARTS_ODD, odd(first));
            rows.set(i, TAG, tag(block.box));
            rows.set(i, AFTER_BREAK, block.afterBreak);
            rows.set(i, WORD_LENGTH, (double) block.letters / Math.max(1, block.words));
            rows.set(i, HAS_ADDRESS, text.indexOf('@') >= 0 || text.contains("www.") || text.contains("http") ? 1 : 0);
            rows.set(i, BARS, block.words < 60 ? bars(text) : 0);
            rows.set(i, REPEATED, Math.min(9, seen.get(text)));
            rows.set(i, NAMES_AUTHOR, block.words < 60 && names(text, authors));
            rows.set(i, IN_JSON_LD, body == null ? -1 : inside(plain, body));
            long found = rows.phrases[i];
            for (int k = 0; FIRST_PHRASE + k < COUNT; k++) {
                rows.all[i][FIRST_PHRASE + k] = (found >> (32 + k) & 1) != 0 ? 2 : found >> k & 1;
            }
        }
    }

    /** How many words of the block are among those marked as the title's, and as the description's. */
    private void overlap(int block, String plain, Map<String, Integer> marked, int titleWords) {
        int words = 0;
        int inTitle = 0;
        int inDescription = 0;
        int from = 0;
        while (from <= plain.length()) {
            int space = plain.indexOf(' ', from);
            int to = space < 0 ? plain.length() : space;
            int marks = marked.getOrDefault(plain.substring(from, to), 0);
            words++;
            inTitle += (marks & TITLE_WORD) == 0 ? 0 : 1;
            inDescription += (marks & DESCRIPTION_WORD) == 0 ? 0 : 1;
            from = to + 1;
        }
        rows.set(block, TITLE_COVER, (double) inTitle / words);
        rows.set(block, TITLE_SHARE, titleWords == 0 ? 0 : (double) inTitle / titleWords);
        rows.set(block, DESCRIPTION_COVER, (double) inDescription / words);
    }

    private static Set<String> wordSet(String text) {
        return text == null
                ? Set.of()
                : new HashSet<>(Arrays.asList(Text.plain(text).split(" ")));
    }

    private static float inside(String plain, String body) {
        if (plain.length() < 2) {
            return 0;
        }
        if (body.contains(plain)) {
            return 1;
        }
        if (plain.length() < 60) {
            return 0;
        }
        return body.contains(plain.substring(0, 40)) || body.contains(plain.substring(plain.length() - 40)) ? 0.7f : 0;
    }

    private static int odd(char c) {
        if (Character.isLetter(c)) {
            return 0;
        }
        if (Character.isDigit(c)) {
            return 1;
        }
        return switch (c) {
            case '"', '\u201c', '\u201e', '\u00ab', '\u00bb', '\u2018', '\'', '\u300c' -> 2;
            case '-', '\u2013', '\u2014', '\u2022', '\u00b7', '*' -> 3;
            case '(', '[', '\u3010' -> 4;
            case '\u00a9', '@', '#' -> 5;
            default -> 6;
        };
    }

    private static int tag(Box box) {
        return switch (box.tag) {
            case "p" -> 1;
            case "li" -> 2;
            case "td", "th" -> 3;
            case "blockquote" -> 4;
            case "figcaption", "figure", "caption" -> 5;
            case "dt", "dd" -> 6;
            case "pre" -> 7;
            case "div" -> 0;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> 8;
            default -> 9;
        };
    }

    private static boolean year(String text) {
        for (int i = 0; i + 4 <= text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '2' && text.charAt(i + 1) == '0' || c == '1' && text.charAt(i + 1) == '9')
                    && Character.isDigit(text.charAt(i + 2))
                    && Character.isDigit(text.charAt(i + 3))) {
                return true;
            }
        }
        return false;
    }

    private static int bars(String text) {
        int bars = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bars += c == '|' || c == '\u2022' || c == '\u00b7' || c == '/' || c == '>' || c == '\u00bb' ? 1 : 0;
        }
        return bars;
    }

    private static boolean names(String text, List<String> authors) {
        String lower = authors.isEmpty() ? "" : text.toLowerCase(Locale.ROOT);
        for (String author : authors) {
            if (lower.contains(author)) {
                return true;
            }
        }
        return false;
    }
}
