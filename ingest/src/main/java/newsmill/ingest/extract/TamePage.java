package newsmill.ingest.extract;

/**
 * Takes from a very large page what would make reading it slow: what lies beyond {@link #LONGEST} characters, and the
 * attributes of a tag beyond the first thousands. Pages of news stay as they are.
 */
final class TamePage {
    /** The largest pages of news seen have a tenth of it. */
    static final int LONGEST = 8 << 20;

    private static final int LARGE = 200_000;
    private static final int MOST_ATTRIBUTES = 2_000;

    private TamePage() {}

    static String of(String html) {
        if (html.length() < LARGE) {
            return html;
        }
        String page = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        StringBuilder out = null;
        int copied = 0;
        int at = page.indexOf('<');
        while (at >= 0 && at + 1 < page.length()) {
            int cut = Character.isLetter(page.charAt(at + 1)) ? tooMany(page, at + 1) : -1;
            if (cut >= 0) {
                int end = page.indexOf('>', cut);
                out = out == null ? new StringBuilder(page.length()) : out;
                out.append(page, copied, cut);
                copied = end < 0 ? page.length() : end;
                at = copied;
            }
            at = page.indexOf('<', at + 1);
        }
        return out == null ? page : out.append(page, copied, page.length()).toString();
    }

    /** Where a tag's attributes become too many; -1 if it ends before that. */
    private static int tooMany(String page, int from) {
        char quote = 0;
        int words = 0;
        for (int i = from; i < page.length(); i++) {
            char c = page.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>' || c == '<') {
                return -1;
            } else if ((c == '"' || c == '\'') && page.charAt(i - 1) == '=') {
                quote = c;
            } else if (c <= ' ' && ++words > MOST_ATTRIBUTES) {
                return i;
            }
        }
        return -1;
    }
}
