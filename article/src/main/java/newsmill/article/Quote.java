package newsmill.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Words the article reports somebody to have said. In a split quote (“A,” he said, “B”) A and B are two quotes.
 *
 * @param text what was said, without the quotation marks
 * @param start offset of {@code text} in the body, in UTF-16 code units
 * @param end offset behind its last code unit
 * @param kind how it is reported
 * @param speaker who said it, or null where the article does not say
 * @param cue the words that announce it, such as "said" or "according to", or null
 */
public record Quote(String text, int start, int end, Kind kind, Speaker speaker, String cue) {
    /** How words are reported. */
    public enum Kind {
        /** In quotation marks, and a sentence or clause of its own. */
        @JsonProperty("direct")
        DIRECT,
        /** In quotation marks, as a part of the reporter's sentence. */
        @JsonProperty("partial")
        PARTIAL,
        /** Without quotation marks: the reporter's words for what was said. */
        @JsonProperty("indirect")
        INDIRECT
    }

    /**
     * Who said it.
     *
     * @param name the fullest name the article gives to the one meant, also behind "he" or "the minister"
     * @param mention what stands at the quote: "he", "Ms Lee", "a spokesman"
     * @param start offset of {@code mention} in the body
     * @param end offset behind it
     */
    public record Speaker(String name, String mention, int start, int end) {}
}
