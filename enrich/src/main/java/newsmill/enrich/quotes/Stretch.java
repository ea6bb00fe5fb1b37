package newsmill.enrich.quotes;

/**
 * A stretch of the body in quotation marks.
 *
 * @param open the token that opens it
 * @param close the token that closes it; the first token behind it where the closer is missing
 * @param first the first token inside
 * @param last the last token inside
 * @param closed false if the closer is missing
 * @param resumed true if it goes on with the stretch before, which the paragraph's end left open
 */
record Stretch(int open, int close, int first, int last, boolean closed, boolean resumed) {
    /** The same, without closer, its last token this one. */
    Stretch endingAt(int token) {
        return new Stretch(open, token + 1, first, token, false, resumed);
    }

    /** The token behind the closing mark. */
    int behind() {
        return closed ? close + 1 : close;
    }
}
