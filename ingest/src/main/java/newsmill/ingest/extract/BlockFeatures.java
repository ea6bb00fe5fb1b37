package newsmill.ingest.extract;

import static newsmill.ingest.extract.Feature.*;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures the blocks of a page for the trained judge: one row of {@link Feature}s each. */
final class BlockFeatures {
    /** What is known of the page before its text is judged. */
    record Context(
            String title,
            String description,
            String articleBody,
            List<String> authors,
            boolean calledArticle,
            int toldWords) {}

    /** Stands for "no such box around". */
    private static final float NONE = 2;

    private static final float[] NO_SHARES = new float[FIRST_PHRASE - FIRST_SIGN];

    static {
        Arrays.fill(NO_SHARES, NONE);
    }

    /** The place from a core that the page does not have. */
    static final int NO_CORE = -99;
    /** Farther apart, two boxes have nothing to do with each other. */
    private static final int FARTHEST = 64;
    /** Bits of a word: it stands in the title, or in the description. */
    private static final int TITLE_WORD = 1;

    private static final int DESCRIPTION_WORD = 2;

    /** The signs that are features; a site rule's marks are not. */
    private static final long KNOWN = (1L << ClassWords.Sign.values().length) - 1;

    private final List<Block> blocks;
    private final Blocks page;
    private final float[][] rows;
    private final long[] phrases;
    /** Of each box, by its index, as what follows. */
    private final Outlook[] outlooks;

    /** Blocks that no judge is asked about: of these only what their neighbours, or the headline, are told by. */
    private final BitSet furniture = new BitSet();

    private final BitSet aroundTitle = new BitSet();
    private final Box[] meets;
    /** Words of prose in the blocks that stand in a box's children, and in its grandchildren. */
    private final int[] childMass;

    private final int[] grandchildMass;
    private final Map<Integer, float[]> shapes = new HashMap<>();
    private final Box core;
    /** Boxes of few blocks around a heading that is a link. */
    private final BitSet linkedHeadings = new BitSet();

    private BlockFeatures(Blocks page) {
        this.page = page;
        this.blocks = page.all;
        this.rows = new float[blocks.size()][COUNT];
        this.phrases = new long[blocks.size()];
        this.outlooks = new Outlook[page.boxes.size()];
        this.meets = new Box[page.boxes.size()];
        this.childMass = new int[page.boxes.size()];
        this.grandchildMass = new int[page.boxes.size()];
        this.core = core(page.all, page.mass);
    }

    /** The features of each block, in order. */
    static float[][] of(Blocks page, Context context) {
        BlockFeatures features = new BlockFeatures(page);
        features.distances();
        features.count();
        features.texts(context);
        features.boxes();
        features.places();
        features.neighbours();
        features.prose(1, PROSE_BEFORE_STEPS);
        features.prose(-1, PROSE_AFTER_STEPS);
        features.fromTitle();
        return features.rows;
    }

    /** The smallest box that holds most of the prose: from the top down, as long as one child keeps two thirds. */
    static Box core(List<Block> blocks, int mass) {
        Box best = null;
        for (Block block : blocks) {
            if (!block.prose()) {
                continue;
            }
            for (Box box = block.box; box != null; box = box.parent) {
                if (box.mass * 3L >= mass * 2L && box.blocks > 1) {
                    if (best == null || box.depth > best.depth) {
                        best = box;
                    }
                    break;
                }
            }
        }
        return best;
    }

    /** How far the nearest prose is from each block; this tells furniture. */
    private void distances() {
        int sinceProse = 99;
        int wordsSince = 999;
        for (Block block : blocks) {
            set(block.index, SINCE_PROSE, Math.min(99, sinceProse));
            set(block.index, SINCE_PROSE_WORDS, Math.min(999, wordsSince));
            sinceProse = block.prose() ? 1 : sinceProse + 1;
            wordsSince = block.prose() ? 0 : wordsSince + block.words;
        }
        int untilProse = 99;
        int wordsUntil = 999;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            set(i, UNTIL_PROSE, Math.min(99, untilProse));
            set(i, UNTIL_PROSE_WORDS, Math.min(999, wordsUntil));
            untilProse = block.prose() ? 1 : untilProse + 1;
            wordsUntil = block.prose() ? 0 : wordsUntil + block.words;
            set(i, WORDS, block.words);
            set(i, LINK_DENSITY, block.linkDensity());
            furniture.set(i, BodyText.isFurniture(rows[i]));
        }
    }

    private void count() {
        for (Block block : blocks) {
            phrases[block.index] = block.words <= 80 ? Phrases.in(block.text) : 0;
            int own = block.prose() ? block.words - block.linkWords : 0;
            if (block.box.parent != null) {
                childMass[block.box.parent.index] += own;
                if (block.box.parent.parent != null) {
                    grandchildMass[block.box.parent.parent.index] += own;
                }
            }
            if (block.linkDensity() > 0.8 && heading(block.box) > 0) {
                Box up = block.box;
                for (int k = 0; k < 3 && up != null && up.blocks <= 8; k++, up = up.parent) {
                    linkedHeadings.set(up.index);
                }
            }
            float[] shape = shapes.computeIfAbsent(block.box.shape, s -> new float[4]);
            shape[0]++;
            shape[1] += block.words;
            shape[2] += block.linkWords;
            shape[3] += own;
        }
    }

    private void set(int block, Feature feature, double value) {
        rows[block][feature.ordinal()] = (float) value;
    }

    private void set(int block, Feature feature, boolean value) {
        rows[block][feature.ordinal()] = value ? 1 : 0;
    }

    private void texts(Context context) {
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
            set(block.index, CALLED_ARTICLE, context.calledArticle());
            set(block.index, TOLD_WORDS, context.toldWords() == 0 ? -1 : (double) page.mass / context.toldWords());
        }
        for (Block block : blocks) {
            int i = block.index;
            String text = block.text;
            boolean brief = block.words <= 60;
            String plain = brief || body != null ? Text.plain(text) : "";
            if (brief) {
                overlap(i, plain, marked, title.size());
            }
            set(i, HEADING, heading(block.box));
            set(i, HAS_YEAR, block.words < 30 && year(text));
            if (furniture.get(i)) {
                continue;
            }
            char first = text.charAt(0);
            char last = text.charAt(text.length() - 1);
            set(i, LINKS, block.links);
            set(i, BOLD, (double) block.boldWords / Math.max(1, block.words));
            set(i, ITALIC, (double) block.italicWords / Math.max(1, block.words));
            set(i, DIGITS, (double) block.digits / block.letters);
            set(i, UPPER, (double) block.upper / block.letters);
            set(i, PUNCTUATION, (double) block.punctuation / Math.max(1, block.words));
            set(i, CAPITALS, (double) block.capitals / Math.max(1, block.words));
            set(i, COMMAS, (double) block.commas / Math.max(1, block.words));
            set(i, SENTENCES, block.sentenceEnds);
            set(i, ENDS_SENTENCE, Text.endsSentence(last));
            set(i, ENDS_COLON, last == ':' || last == '\uff1a');
            set(i, STARTS_LOWER, Character.isLowerCase(first));
            set(i, STARTS_ODD, odd(first));
            set(i, TAG, tag(block.box));
            set(i, AFTER_BREAK, block.afterBreak);
            set(i, WORD_LENGTH, (double) block.letters / Math.max(1, block.words));
            set(i, HAS_ADDRESS, text.indexOf('@') >= 0 || text.contains("www.") || text.contains("http") ? 1 : 0);
            set(i, BARS, block.words < 60 ? bars(text) : 0);
            set(i, REPEATED, Math.min(9, seen.get(text)));
            set(i, NAMES_AUTHOR, block.words < 60 && names(text, authors));
            set(i, IN_JSON_LD, body == null ? -1 : inside(plain, body));
            long found = phrases[i];
            for (int k = 0; FIRST_PHRASE + k < COUNT; k++) {
                rows[i][FIRST_PHRASE + k] = (found >> (32 + k) & 1) != 0 ? 2 : found >> k & 1;
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
        set(block, TITLE_COVER, (double) inTitle / words);
        set(block, TITLE_SHARE, titleWords == 0 ? 0 : (double) inTitle / titleWords);
        set(block, DESCRIPTION_COVER, (double) inDescription / words);
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

    static int heading(Box box) {
        int level = Html.heading(box.tag);
        return level == 0 && box.parent != null ? Html.heading(box.parent.tag) : level;
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

    /** How much of the page's prose lies in the nearest box around that has each sign or tag. */
    private void boxes() {
        float mass = Math.max(1, page.mass);
        for (Block block : blocks) {
            int i = block.index;
            set(i, IN_CORE, core != null && block.box.inside(core));
            if (furniture.get(i)) {
                continue;
            }
            Outlook outlook = outlook(block.box, mass);
            System.arraycopy(outlook.shares, 0, rows[i], FIRST_SIGN, outlook.shares.length);
            mark(rows[i], FIRST_SIGN, block.inlineSigns, 0);
            set(i, HALF_DISTANCE, outlook.half == null ? -1 : block.box.depth - outlook.half.depth);
            set(i, DEPTH, block.box.depth);
            around(block, mass);
            things(block, mass);
            core(block, outlook.branch, mass);
        }
    }

    /**
     * What a block sees when it looks up from its box: found once for each box, from that of its parent, for a page may
     * nest deep.
     *
     * @param shares the part of the page's prose in the nearest box of each sign, then of each tag
     * @param half the nearest box with half of the prose
     * @param branch the box right below {@link #core}; or the core; or the page
     */
    private record Outlook(float[] shares, Box half, Box branch) {}

    private Outlook outlook(Box box, float mass) {
        Deque<Box> open = new ArrayDeque<>();
        Box up = box;
        while (up != null && outlooks[up.index] == null) {
            open.push(up);
            up = up.parent;
        }
        Outlook last = up == null ? null : outlooks[up.index];
        for (Box one : open) {
            last = outlook(one, last, mass);
            outlooks[one.index] = last;
        }
        return last;
    }

    private Outlook outlook(Box box, Outlook parent, float mass) {
        float[] shares = parent == null ? NO_SHARES : parent.shares;
        if ((box.signs & KNOWN) != 0 || box.tagBit >= 0) {
            shares = shares.clone();
            mark(shares, 0, box.signs, box.mass / mass);
            if (box.tagBit >= 0) {
                shares[FIRST_TAG - FIRST_SIGN + box.tagBit] = box.mass / mass;
            }
        }
        boolean half = parent == null || box.mass * 2L >= page.mass;
        boolean branch = parent == null || box == core || box.parent == core;
        return new Outlook(
                shares, half ? box.mass * 2L >= page.mass ? box : null : parent.half, branch ? box : parent.branch);
    }

    private static void mark(float[] row, int from, long signs, float share) {
        for (long rest = signs & KNOWN; rest != 0; rest &= rest - 1) {
            row[from + Long.numberOfTrailingZeros(rest)] = share;
        }
    }

    private void around(Block block, float mass) {
        int i = block.index;
        Box box = block.box;
        Box parent = box.parent == null ? box : box.parent;
        Box grand = parent.parent == null ? parent : parent.parent;
        set(i, BOX_WORDS, box.words);
        set(i, BOX_BLOCKS, box.blocks);
        set(i, PARENT_DENSITY, (double) parent.linkWords / Math.max(1, parent.words));
        set(i, PARENT_WORDS, parent.words);
        set(i, PARENT_PROSE, parent.prose);
        set(i, GRAND_DENSITY, (double) grand.linkWords / Math.max(1, grand.words));
        set(i, KIN_MASS, Math.max(box.ownMass, childMass[parent.index]) / mass);
        set(i, GRAND_KIN_MASS, grandchildMass[grand.index] / mass);
        set(i, MASS_OWN_BOX, box.mass / mass);
        float[] shape = shapes.get(box.shape);
        set(i, SHAPE_COUNT, shape[0]);
        set(i, SHAPE_MASS, shape[3] / mass);
        set(i, SHAPE_WORDS, shape[1] / shape[0]);
        set(i, SHAPE_DENSITY, shape[2] / Math.max(1, shape[1]));
    }

    /** The smallest box around that also holds an image (a caption's holds little else), and the list it is part of. */
    private void things(Block block, float mass) {
        int i = block.index;
        Box box = block.box;
        Box image = box.withImage;
        boolean any = image.images > 0;
        set(i, IMAGE_STEPS, any ? box.depth - image.depth : -1);
        set(i, IMAGE_WORDS, any ? image.words - block.words : -1);
        set(i, IMAGE_BLOCKS, any ? image.blocks : -1);
        set(i, IMAGE_MASS, any ? image.mass / mass : NONE);
        int before = page.images.previousSetBit(i);
        int after = page.images.nextSetBit(i + 1);
        set(i, SINCE_IMAGE, before < 0 ? 99 : Math.min(99, i - before));
        set(i, UNTIL_IMAGE, after < 0 ? 99 : Math.min(99, after - i - 1));
        Box list = box.list;
        set(i, LIST_WORDS, list == null ? -1 : list.words);
        set(i, LIST_BLOCKS, list == null ? -1 : list.blocks);
        set(i, LIST_DENSITY, list == null ? -1 : (double) list.linkWords / Math.max(1, list.words));
    }

    /** How far up from each block the box lies that also holds the nearest prose on that side. */
    private void prose(int step, Feature steps) {
        boolean down = step > 0;
        Box prose = null;
        Box before = null;
        int up = -1;
        for (int i = down ? 0 : blocks.size() - 1; i >= 0 && i < blocks.size(); i += step) {
            Block block = blocks.get(i);
            up = prose == null ? -1 : block.box == before ? up : steps(block.box, prose);
            before = block.box;
            set(i, steps, up);
            if (block.prose()) {
                before = block.box == prose ? before : null;
                prose = block.box;
            }
        }
    }

    private static int steps(Box from, Box to) {
        Box a = from;
        Box b = to;
        int up = 0;
        for (int k = 0; a != b && k < FARTHEST; k++) {
            if (a.depth >= b.depth) {
                a = a.parent;
                up++;
            } else {
                b = b.parent;
            }
        }
        return up;
    }

    private void core(Block block, Box branch, float mass) {
        int i = block.index;
        if (core == null) {
            return;
        }
        boolean in = branch == core || branch.parent == core;
        set(i, CORE_DISTANCE, in ? block.box.depth - branch.depth : -1);
        set(i, CORE_BRANCH_MASS, in ? branch.mass / mass : -1);
    }

    private void places() {
        int count = blocks.size();
        float mass = Math.max(1, page.mass);
        int before = 0;
        int titleAt = titleAt(rows);
        int firstCore = -1;
        int lastCore = -1;
        for (Block block : blocks) {
            int i = block.index;
            set(i, POSITION, (double) i / count);
            set(i, MASS_BEFORE, before / mass);
            set(i, AFTER_TITLE, titleAt < 0 ? -99 : Math.max(-20, Math.min(40, i - titleAt)));
            int own = block.prose() ? block.words - block.linkWords : 0;
            before += own;
            set(i, MASS_AFTER, (mass - before) / mass);
            if (rows[i][IN_CORE.ordinal()] > 0) {
                firstCore = firstCore < 0 ? i : firstCore;
                lastCore = i;
            }
            set(i, PAGE_MASS, page.mass);
            set(i, PAGE_PROSE, page.root.prose);
            set(i, PAGE_DENSITY, (double) page.root.linkWords / Math.max(1, page.words));
            set(i, PAGE_BLOCKS, count);
        }
        for (int i = 0; i < count; i++) {
            set(i, CORE_POSITION, firstCore < 0 ? NO_CORE : Math.max(-20, Math.min(60, i - firstCore)));
            set(i, CORE_LEFT, firstCore < 0 ? NO_CORE : Math.max(-20, Math.min(60, lastCore - i)));
        }
    }

    /** The block that shows the headline: the first heading that has most of its words, or else any such block. */
    static int titleAt(float[][] rows) {
        int fallback = -1;
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            if (row[TITLE_SHARE.ordinal()] >= 0.7 && row[TITLE_COVER.ordinal()] >= 0.7) {
                if (row[HEADING.ordinal()] == 1) {
                    return i;
                }
                fallback = fallback < 0 ? i : fallback;
            }
        }
        return fallback;
    }

    /** How each block lies to the headline: the smallest box around both, and what stands between them. */
    private void fromTitle() {
        int titleAt = titleAt(rows);
        Box title = titleAt < 0 ? null : blocks.get(titleAt).box;
        for (Box up = title; up != null; up = up.parent) {
            aroundTitle.set(up.index);
        }
        float mass = Math.max(1, page.mass);
        int prose = 0;
        int headings = 0;
        int dates = 0;
        boolean described = false;
        for (Block block : blocks) {
            int i = block.index;
            float[] row = rows[i];
            if (i == titleAt) {
                prose = headings = dates = 0;
            }
            set(i, PROSE_SINCE_TITLE, titleAt < 0 ? -1 : prose / mass);
            set(i, LINKED_HEADINGS, Math.min(20, headings));
            set(i, DATES_BETWEEN, Math.min(20, dates));
            set(i, DESCRIPTION_BEFORE, described);
            set(i, CARD, card(block.box));
            if (title != null) {
                meet(block, title, mass);
            }
            prose += block.prose() ? block.words - block.linkWords : 0;
            headings += row[HEADING.ordinal()] > 0 && row[LINK_DENSITY.ordinal()] > 0.8 ? 1 : 0;
            dates += block.words < 12 && row[HAS_YEAR.ordinal()] > 0 && block.digits * 4 > block.letters ? 1 : 0;
            described |= block.words > 6 && row[DESCRIPTION_COVER.ordinal()] > 0.9;
        }
    }

    /** The smallest box around both: the first around the block that is also around the title. */
    private void meet(Block block, Box title, float mass) {
        Box meet = block.box;
        while (!aroundTitle.get(meet.index) && meets[meet.index] == null) {
            meet = meet.parent;
        }
        meet = meets[meet.index] == null ? meet : meets[meet.index];
        for (Box up = block.box; up != meet && meets[up.index] == null; up = up.parent) {
            meets[up.index] = meet;
        }
        set(block.index, TITLE_MEET_MASS, meet.mass / mass);
        set(block.index, TITLE_MEET_BLOCKS, (double) meet.blocks / blocks.size());
        set(block.index, TITLE_MEET_STEPS, block.box.depth - meet.depth);
        set(block.index, TITLE_STEPS, title.depth - meet.depth);
    }

    /** 1 or 2 if the box, or the one around it, holds a heading that is a link: the card of another story. */
    private int card(Box box) {
        return linkedHeadings.get(box.index) ? 1 : box.parent != null && linkedHeadings.get(box.parent.index) ? 2 : 0;
    }

    private void neighbours() {
        int section = -1;
        int heading = -1;
        for (Block block : blocks) {
            int i = block.index;
            if (!furniture.get(i)) {
                near(i, i - 1, PREV_WORDS, PREV_DENSITY, PREV_PROSE, PREV_HEADING, PREV_KIN);
                near(i, i + 1, NEXT_WORDS, NEXT_DENSITY, NEXT_PROSE, NEXT_HEADING, NEXT_KIN);
                near(i, i - 2, PREV2_WORDS, PREV2_DENSITY, null, null, null);
                near(i, i + 2, NEXT2_WORDS, NEXT2_DENSITY, null, null, null);
                set(i, PREV_PHRASES, i == 0 ? 0 : Integer.bitCount((int) phrases[i - 1]));
                set(i, NEXT_PHRASES, i + 1 == blocks.size() ? 0 : Integer.bitCount((int) phrases[i + 1]));
                set(i, SINCE_SECTION, section < 0 ? 99 : Math.min(99, i - section));
                set(i, SECTION_PHRASES, section < 0 ? -1 : kind(phrases[section]));
                set(i, SINCE_HEADING, heading < 0 ? 99 : Math.min(99, i - heading));
                set(i, HEADING_PHRASES, heading < 0 ? -1 : kind(phrases[heading]));
            }
            if (block.words <= 8 && (phrases[i] >>> 32) != 0) {
                section = i;
            }
            if (rows[i][HEADING.ordinal()] > 0) {
                heading = i;
            }
        }
    }

    private static int kind(long found) {
        int starts = (int) (found >>> 32);
        return starts == 0 ? -1 : Integer.numberOfTrailingZeros(starts);
    }

    private void near(int i, int j, Feature words, Feature density, Feature prose, Feature heading, Feature kinship) {
        boolean there = j >= 0 && j < blocks.size();
        Block other = there ? blocks.get(j) : null;
        set(i, words, there ? other.words : -1);
        set(i, density, there ? other.linkDensity() : -1);
        if (prose != null) {
            set(i, prose, there && other.prose());
            set(i, heading, there ? heading(other.box) : -1);
            Box own = blocks.get(i).box;
            set(i, kinship, !there ? -1 : other.box == own ? 2 : other.box.parent == own.parent ? 1 : 0);
        }
    }
}
