package newsmill.article;

/** A stretch of the body, in UTF-16 code units: {@code body.substring(start, end)} is {@code text}. */
public record Span(int start, int end, String text) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span from " + start + " to " + end);
        }
    }

    /** The stretch of {@code body} from {@code start} to {@code end}. */
    public static Span of(String body, int start, int end) {
        return new Span(start, end, body.substring(start, end));
    }
}
