package newsmill.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Words the article reports somebody to have said. In a split quote (“A,” he said, “B”) A and B are two quotes.
 *
 * @param text what was said, without the quotation marks
 * @param start offset of {@code text} in the body, in UTF-16 code units
 * @param end offset behind its last code unit
 * @param kind how it is reported
 * @param partial whether a direct quote is a part of the reporter's sentence: called it “a grave mistake”
 * @param speaker who said it, or null where the article does not say
 * @param cue the words that announce it, such as "said" or "according to", or null
 */
public record Quote(
        String text,
        int start,
        int end,
        Kind kind,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial,
        Speaker speaker,
        String cue) {
    /** How words are reported. */
    public enum Kind {
        /** In quotation marks. */
        @JsonProperty("direct")
        DIRECT,
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
