package newsmill.local.filter;

/**
 * A line of input.
 *
 * @param place where it stands, for messages: {@code articles.jsonl:17}
 * @param bytes what it holds, without its end; null if it was longer than {@link Lines#MAX_BYTES}
 * @param length how many bytes it has
 */
public record Line(String place, byte[] bytes, long length) {
    /** True if the line is kept out for its length. */
    public boolean tooLong() {
        return bytes == null;
    }

    /** True if there is nothing but white space on it. */
    public boolean blank() {
        if (bytes == null) {
            return false;
        }
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
