package newsmill.enrich.language;

/** The stretches of an article by which its language is told: its title, its beginning in two, and its middle. */
final class Sample {
    private static final int TITLE = 200;
    private static final int STRETCH = 300;
    /** A short text is in the language it is said to be in, unless its script says otherwise. */
    private static final int SHORT = 24;

    /** A sign of Chinese says about as much as three letters. */
    private static final int LETTERS_A_SIGN = 3;

    final String title;
    final String body;
    /** Where in the body the stretches begin and end. */
    final int[] stretches;

    private final int[] letters = new int[Script.values().length];

    Sample(String title, String body) {
        this.title = title == null ? "" : title.substring(0, Math.min(TITLE, title.length()));
        this.body = body == null ? "" : body;
        int length = this.body.length();
        int middle = Math.max(STRETCH, length / 2);
        int half = wordEnd(STRETCH / 2);
        int stretch = Math.min(Math.max(half, STRETCH), length);
        stretches = new int[] {0, half, half, stretch, Math.min(middle, length), Math.min(middle + STRETCH, length)};
        count(this.title, 0, this.title.length());
        count(this.body, 0, stretch);
        count(this.body, stretches[4], stretches[5]);
    }

    /** The end of the word at an offset of the body, if it ends soon. */
    private int wordEnd(int offset) {
        int end = Math.min(offset, body.length());
        while (end < body.length() && end < offset + STRETCH / 2 && Letters.joins(body.charAt(end))) {
            end++;
        }
        return end;
    }

    private void count(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            letters[Script.of(text.charAt(i)).ordinal()]++;
        }
    }

    int letters(Script script) {
        return letters[script.ordinal()];
    }

    /** The script of most of the text. */
    Script script() {
        Script most = Script.NONE;
        int count = 0;
        for (Script script : Script.values()) {
            int n = letters[script.ordinal()] * (script == Script.HAN ? LETTERS_A_SIGN : 1);
            if (script != Script.NONE && n > count) {
                most = script;
                count = n;
            }
        }
        return most;
    }

    boolean isShort() {
        int sum = 0;
        for (int s = 1; s < letters.length; s++) {
            sum += letters[s];
        }
        return sum < SHORT;
    }
}
