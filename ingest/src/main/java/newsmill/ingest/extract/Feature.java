package newsmill.ingest.extract;

import java.util.HashMap;
import java.util.Map;

/** What the trained judge is told of a block. The order is part of the model. */
enum Feature {
    WORDS,
    LINK_DENSITY,
    LINKS,
    BOLD,
    ITALIC,
    DIGITS,
    UPPER,
    PUNCTUATION,
    SENTENCES,
    ENDS_SENTENCE,
    ENDS_COLON,
    STARTS_LOWER,
    STARTS_ODD,
    HEADING,
    TAG,
    AFTER_BREAK,
    WORD_LENGTH,
    TITLE_COVER,
    TITLE_SHARE,
    DESCRIPTION_COVER,
    HAS_ADDRESS,
    HAS_YEAR,
    BARS,
    REPEATED,
    NAMES_AUTHOR,
    IN_JSON_LD,
    BOX_WORDS,
    BOX_BLOCKS,
    PARENT_DENSITY,
    PARENT_WORDS,
    PARENT_PROSE,
    GRAND_DENSITY,
    KIN_MASS,
    GRAND_KIN_MASS,
    MASS_OWN_BOX,
    HALF_DISTANCE,
    IN_CORE,
    CORE_DISTANCE,
    CORE_BRANCH_MASS,
    SHAPE_COUNT,
    SHAPE_MASS,
    SHAPE_WORDS,
    SHAPE_DENSITY,
    DEPTH,
    POSITION,
    MASS_BEFORE,
    MASS_AFTER,
    SINCE_PROSE,
    UNTIL_PROSE,
    SINCE_PROSE_WORDS,
    UNTIL_PROSE_WORDS,
    AFTER_TITLE,
    CORE_POSITION,
    CORE_LEFT,
    PREV_WORDS,
    PREV_DENSITY,
    PREV_PROSE,
    PREV_HEADING,
    PREV_KIN,
    NEXT_WORDS,
    NEXT_DENSITY,
    NEXT_PROSE,
    NEXT_HEADING,
    NEXT_KIN,
    PREV2_WORDS,
    PREV2_DENSITY,
    NEXT2_WORDS,
    NEXT2_DENSITY,
    PREV_PHRASES,
    NEXT_PHRASES,
    SINCE_SECTION,
    SECTION_PHRASES,
    SINCE_HEADING,
    HEADING_PHRASES,
    PAGE_MASS,
    PAGE_PROSE,
    PAGE_DENSITY,
    PAGE_BLOCKS,
    TITLE_MEET_MASS,
    TITLE_MEET_BLOCKS,
    TITLE_MEET_STEPS,
    TITLE_STEPS,
    PROSE_SINCE_TITLE,
    LINKED_HEADINGS,
    CARD,
    DATES_BETWEEN,
    DESCRIPTION_BEFORE,
    CAPITALS,
    COMMAS,
    LIST_WORDS,
    LIST_BLOCKS,
    LIST_DENSITY,
    PROSE_BEFORE_STEPS,
    PROSE_AFTER_STEPS,
    IMAGE_STEPS,
    IMAGE_WORDS,
    IMAGE_BLOCKS,
    IMAGE_MASS,
    SINCE_IMAGE,
    UNTIL_IMAGE,
    CALLED_ARTICLE,
    TOLD_WORDS;

    static final String[] TAGS = {
        "li",
        "td",
        "blockquote",
        "figure",
        "aside",
        "nav",
        "footer",
        "header",
        "form",
        "article",
        "main",
        "section",
        "details",
        "dl",
        "p",
        "pre",
        "table",
        "hgroup",
        "address",
        "h2",
        "figcaption"
    };

    static final Map<String, Integer> TAG_BITS = new HashMap<>();

    static {
        for (int i = 0; i < TAGS.length; i++) {
            TAG_BITS.put(TAGS[i], i);
        }
    }

    private static final int SCALARS = values().length;
    private static final int SIGNS = ClassWords.Sign.values().length;
    private static final int KINDS = Phrases.Kind.values().length;

    /** Where the sign features begin, then those of tags around, then those of phrases. */
    static final int FIRST_SIGN = SCALARS;

    static final int FIRST_TAG = FIRST_SIGN + SIGNS;
    static final int FIRST_PHRASE = FIRST_TAG + TAGS.length;
    static final int COUNT = FIRST_PHRASE + KINDS;

    static String name(int index) {
        if (index < FIRST_SIGN) {
            return values()[index].name().toLowerCase(java.util.Locale.ROOT);
        }
        if (index < FIRST_TAG) {
            return "names:"
                    + ClassWords.Sign.values()[index - FIRST_SIGN].name().toLowerCase(java.util.Locale.ROOT);
        }
        if (index < FIRST_PHRASE) {
            return "in:" + TAGS[index - FIRST_TAG];
        }
        return "says:" + Phrases.Kind.values()[index - FIRST_PHRASE].name().toLowerCase(java.util.Locale.ROOT);
    }
}
