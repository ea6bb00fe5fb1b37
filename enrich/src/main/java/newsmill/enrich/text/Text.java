package newsmill.enrich.text;

/**
 * A text cut into paragraphs, sentences and tokens, once, for every tagger. Immutable and thread-safe.
 *
 * <p>Tokens are words, numbers and single signs of punctuation, in order; white space is none. Words are cut as phrases
 * are looked up: {@code Ukraine's} is {@code Ukraine} and {@code 's}, {@code l'Ukraine} is {@code l'} and {@code
 * Ukraine}, {@code US-backed} is {@code US}, {@code -} and {@code backed}, {@code U.S.} is one word, and so is the
 * initial {@code F.}; each Han or kana sign is a token of its own. Offsets are UTF-16 code units.
 */
public final class Text {
    private final String string;
    private final Tokens tokens;
    private final int[] sentenceStarts;
    private final int[] paragraphStarts;

    private Text(String string, Tokens tokens, int[] sentenceStarts, int[] paragraphStarts) {
        this.string = string;
        this.tokens = tokens;
        this.sentenceStarts = sentenceStarts;
        this.paragraphStarts = paragraphStarts;
    }

    /** Cuts a text; null counts as empty. Takes time linear in its length. */
    public static Text of(String string) {
        String text = string == null ? "" : string;
        Tokens tokens = Tokenizer.cut(text);
        int[] paragraphs = Paragraphs.starts(text, tokens);
        return new Text(text, tokens, Sentences.starts(tokens, paragraphs), paragraphs);
    }

    /** The whole text. */
    public String string() {
        return string;
    }

    /** The number of tokens. */
    public int size() {
        return tokens.size;
    }

    /** Offset of a token's first code unit. */
    public int start(int token) {
        return tokens.starts[token];
    }

    /** Offset behind a token's last code unit. */
    public int end(int token) {
        return tokens.ends[token];
    }

    /** A token as it stands. */
    public String token(int token) {
        return string.substring(tokens.starts[token], tokens.ends[token]);
    }

    /** The stretch from the first token to the last, both included. */
    public String slice(int first, int last) {
        return string.substring(tokens.starts[first], tokens.ends[last]);
    }

    /** A hash of the token's letters in lower case, apostrophes straight, soft hyphens and vowel points left out. */
    public long hash(int token) {
        return tokens.hashes[token];
    }

    /** What a token is. */
    public Kind kind(int token) {
        return Kind.ALL[tokens.kinds[token]];
    }

    /** True for words, including Han and kana signs; false for numbers and punctuation. */
    public boolean isWord(int token) {
        byte kind = tokens.kinds[token];
        return kind >= Kind.FIRST_WORD;
    }

    /** True if the word begins with an upper-case letter. */
    public boolean isCapitalised(int token) {
        byte kind = tokens.kinds[token];
        return kind >= Kind.FIRST_CAPITALISED && kind <= Kind.LAST_CAPITALISED;
    }

    /** The token's first code unit; for a punctuation token, the sign. */
    public char first(int token) {
        return string.charAt(tokens.starts[token]);
    }

    /** True if white space, or the text's beginning, stands before the token. */
    public boolean spaceBefore(int token) {
        return token == 0 || tokens.ends[token - 1] < tokens.starts[token];
    }

    /** The number of sentences; none in a text without tokens. */
    public int sentences() {
        return sentenceStarts.length - 1;
    }

    /** The first token of a sentence; for {@code sentences()}, the number of tokens. */
    public int sentenceStart(int sentence) {
        return sentenceStarts[sentence];
    }

    /** The sentence that holds a token. */
    public int sentenceOf(int token) {
        return holder(sentenceStarts, token);
    }

    /** The number of paragraphs; none in a text without tokens. */
    public int paragraphs() {
        return paragraphStarts.length - 1;
    }

    /** The first token of a paragraph; for {@code paragraphs()}, the number of tokens. */
    public int paragraphStart(int paragraph) {
        return paragraphStarts[paragraph];
    }

    /** The paragraph that holds a token. */
    public int paragraphOf(int token) {
        return holder(paragraphStarts, token);
    }

    /** The first token that starts at or behind an offset; {@code size()} if none does. */
    public int tokenAt(int offset) {
        int at = java.util.Arrays.binarySearch(tokens.starts, 0, tokens.size, offset);
        return at >= 0 ? at : -at - 1;
    }

    /** The last of the ascending starts that is not behind the token. */
    private static int holder(int[] starts, int token) {
        int at = java.util.Arrays.binarySearch(starts, 0, starts.length - 1, token);
        return at >= 0 ? at : -at - 2;
    }

    /** What a token is; words are told apart by their case. */
    public enum Kind {
        /** A sign that is neither letter nor digit. */
        PUNCTUATION,
        /** Digits, with what stands between and behind them: {@code 1,000.5}, {@code 30th}. */
        NUMBER,
        /** A word of a script without case. */
        CASELESS,
        /** A Han or kana sign. */
        IDEOGRAPH,
        /** {@code word}. */
        LOWER,
        /** {@code Word}, and a single capital letter that is no initial, as {@code A}. */
        CAPITALISED,
        /** {@code WORD}. */
        UPPER,
        /** {@code McDonald}. */
        MIXED_CAPITALISED,
        /** {@code F.} */
        INITIAL,
        /** {@code U.S.} */
        DOTTED,
        /** {@code iPhone}. */
        MIXED;

        static final Kind[] ALL = values();
        static final int FIRST_WORD = CASELESS.ordinal();
        static final int FIRST_CAPITALISED = CAPITALISED.ordinal();
        static final int LAST_CAPITALISED = DOTTED.ordinal();
    }
}
