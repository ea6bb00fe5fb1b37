package newsmill.local.filter;

/** Foreign text made fit for a terminal and a log: one line, no control codes, no endless length. */
public final class Printable {
    private static final int MAX = 300;

    private Printable() {}

    /** The text with control and formatting characters (bidirectional overrides too) as {@code ?}, at most 300 long. */
    public static String text(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), MAX + 1));
        for (int i = 0; i < text.length() && i < MAX; i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean bad = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || lone(text, i);
            clean.append(c == '\n' || c == '\t' || c == '\r' ? ' ' : bad ? '?' : c);
        }
        return text.length() > MAX ? clean.append('…').toString() : clean.toString();
    }

    private static boolean lone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == Math.min(text.length(), MAX) || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
