package newsmill.enrich.language;

/** Weighs the languages of one script against each other on one sample. */
final class Trial {
    /** The declaration speaks as loud as this, in units of natural logarithm. */
    private static final int DECLARED = 5 * Profile.STEPS;
    /** Of two languages that are hard to tell apart, the declared one is believed if it is so near, for each letter. */
    private static final double NEAR = 0.25 * Profile.STEPS;
    /** A text whose letter groups are unknown so often is in none of the languages. */
    private static final double STRANGE = 0.5;
    /** A lead of e to the fiftieth, on this many letters at least, spares the look at more of the text. */
    private static final int CLEAR = 50 * Profile.STEPS;

    private static final int ENOUGH = 120;
    /** A frequent word says more than the letters in it. */
    private static final int WORD = 2;

    private final Profile profile;
    private final int[] sums;
    private int letters;
    private int known;

    Trial(Profile profile, Sample sample) {
        this.profile = profile;
        sums = new int[profile.size()];
        read(sample.title, 0, sample.title.length());
        for (int s = 0; s < sample.stretches.length && (s == 0 || !isClear()); s += 2) {
            read(sample.body, sample.stretches[s], sample.stretches[s + 1]);
        }
    }

    /** True if one language is so far ahead that more text would not change the verdict. */
    private boolean isClear() {
        int best = Integer.MAX_VALUE;
        int second = Integer.MAX_VALUE;
        for (int sum : sums) {
            second = Math.min(second, Math.max(best, sum));
            best = Math.min(best, sum);
        }
        return letters >= ENOUGH && known >= letters * STRANGE && second - best >= CLEAR;
    }

    private void read(String text, int from, int to) {
        long group = 0;
        long hash = 0;
        int length = 0;
        for (int i = from; i <= to; i++) {
            char c = i < to ? Character.toLowerCase(text.charAt(i)) : ' ';
            if (!Letters.joins(c)) {
                if (length > 0) {
                    profile.add(Letters.word(hash), WORD, sums);
                }
                group = 0;
                hash = 0;
                length = 0;
                continue;
            }
            hash = Letters.hash(hash, c == '’' ? '\'' : c);
            length++;
            if (c == '\'' || c == '’') {
                group = 0;
                continue;
            }
            group = Letters.push(group, c);
            letters++;
            for (int n = Letters.LONGEST; n > 0; n--) {
                if (n == 1 || group >>> 16 * (n - 1) != 0) {
                    if (profile.add(Letters.last(group, n), 1, sums)) {
                        known++;
                        break;
                    }
                }
            }
        }
    }

    /** The likeliest language; {@code und} if it is likely none of them. */
    String verdict(String declared) {
        int best = -1;
        int own = -1;
        for (int l = 0; l < sums.length; l++) {
            sums[l] += Prior.cost(profile.language(l)) * Profile.STEPS;
            if (profile.language(l).equals(declared)) {
                own = l;
                sums[l] -= DECLARED;
            }
            if (best < 0 || sums[l] < sums[best]) {
                best = l;
            }
        }
        if (letters < 3 || known < letters * STRANGE) {
            return Languages.UNKNOWN;
        }
        String found = profile.language(best);
        if (Siblings.are(found, declared)) {
            boolean near = own < 0 ? !declared.equals("en") : sums[own] - sums[best] <= NEAR * letters;
            return near ? declared : found;
        }
        return found;
    }
}
