package newsmill.enrich.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds words by their beginning or their end, the longest first: for languages that put much on their words. In some
 * of them articles and prepositions are written in front of the word; the word is looked for behind them, too.
 */
final class Stems {
    private static final int LONGEST = 24;
    private static final int PAIRS = 1 << 12;

    private final Table begins;
    private final Table ends;
    private final String[] prefixes;

    private Stems(Table begins, Table ends, String[] prefixes) {
        this.begins = begins;
        this.ends = ends;
        this.prefixes = prefixes;
    }

    /** The entry of the longest stem that the word from {@code start} to {@code end} begins with, else ends with; or null. */
    Lexicon.Entry find(String text, int start, int end) {
        Lexicon.Entry found = beginning(text, start, end);
        for (int p = 0; found == null && p < prefixes.length; p++) {
            String prefix = prefixes[p];
            if (end - start > prefix.length() + 1 && text.startsWith(prefix, start)) {
                found = beginning(text, start + prefix.length(), end);
            }
        }
        return found == null && ends.count > 0 ? ending(text, start, end) : found;
    }

    private Lexicon.Entry beginning(String text, int start, int end) {
        if (end - start < begins.shortest || !begins.mayBegin(text.charAt(start), text.charAt(start + 1))) {
            return null;
        }
        Lexicon.Entry longest = null;
        long hash = 0;
        int limit = Math.min(end, start + LONGEST);
        for (int i = start; i < limit; i++) {
            hash = step(hash, text.charAt(i));
            Lexicon.Entry entry = begins.get(hash);
            longest = entry == null ? longest : entry;
        }
        return longest;
    }

    private Lexicon.Entry ending(String text, int start, int end) {
        Lexicon.Entry longest = null;
        long hash = 0;
        int limit = Math.max(start, end - LONGEST);
        for (int i = end - 1; i >= limit; i--) {
            hash = step(hash, text.charAt(i));
            Lexicon.Entry entry = ends.get(hash);
            longest = entry == null ? longest : entry;
        }
        return longest;
    }

    private static long step(long hash, char c) {
        return (hash + (c == '’' ? '\'' : Character.toLowerCase(c))) * 0x9e3779b97f4a7c15L;
    }

    private static final class Table {
        private final long[] keys;
        private final Lexicon.Entry[] entries;
        private final int shift;
        private final int count;
        /** The first two letters of the stems, in either case, folded: most words are turned away here. */
        private final BitSet beginnings = new BitSet(PAIRS);
        /** The letters of the shortest stem, of which each has at least two. */
        private int shortest = LONGEST;

        Table(List<Long> hashes, List<Lexicon.Entry> values) {
            int capacity = Integer.highestOneBit(Math.max(4, hashes.size() * 2)) * 2;
            count = hashes.size();
            shift = 64 - Integer.numberOfTrailingZeros(capacity);
            keys = new long[capacity];
            entries = new Lexicon.Entry[capacity];
            for (int i = 0; i < count; i++) {
                int slot = slot(hashes.get(i));
                keys[slot] = hashes.get(i);
                entries[slot] = values.get(i);
            }
        }

        void begin(String stem) {
            shortest = Math.min(shortest, stem.length());
            char[] first = {stem.charAt(0), Character.toUpperCase(stem.charAt(0))};
            char[] second = {stem.charAt(1), Character.toUpperCase(stem.charAt(1))};
            for (char f : first) {
                for (char s : second) {
                    beginnings.set(pair(f, s));
                }
            }
        }

        boolean mayBegin(char first, char second) {
            return count > 0 && beginnings.get(pair(first, second));
        }

        private static int pair(char first, char second) {
            return first * 61 + second & PAIRS - 1;
        }

        private int slot(long hash) {
            int slot = (int) (hash >>> shift);
            while (entries[slot] != null && keys[slot] != hash) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }

        Lexicon.Entry get(long hash) {
            return entries[slot(hash)];
        }
    }

    static final class Builder {
        private final List<Long> begins = new ArrayList<>();
        private final List<String> starts = new ArrayList<>();
        private final List<Lexicon.Entry> beginning = new ArrayList<>();
        private final List<Long> ends = new ArrayList<>();
        private final List<Lexicon.Entry> ending = new ArrayList<>();
        private final String[] prefixes;

        Builder(String language) {
            prefixes = switch (language) {
                case "ar", "fa", "ur" -> new String[] {"وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل"};
                case "he" -> new String[] {"וה", "של", "ה", "ו", "ב", "ל", "מ", "ש"};
                case "am" -> new String[] {"የ", "በ", "ለ", "ከ", "እንደ", "ስለ", "እና", "ያለ"};
                case "ti" -> new String[] {"ን", "ብ", "ናይ", "ከም", "ዝ", "እተ", "ካብ", "ምስ", "ኣብ", "የ", "በ", "ለ"};
                default -> new String[0];
            };
        }

        /** Adds a phrase if it is a stem or an ending; returns whether it is. */
        boolean add(String phrase, Lexicon.Entry entry) {
            if (phrase.endsWith("*") && phrase.length() > 2) {
                String stem = phrase.substring(0, phrase.length() - 1);
                starts.add(stem);
                begins.add(hash(stem));
                beginning.add(entry);
                return true;
            }
            if (phrase.startsWith("*")) {
                ends.add(hash(new StringBuilder(phrase.substring(1)).reverse().toString()));
                ending.add(entry);
                return true;
            }
            return false;
        }

        /** A phrase as it is written behind the articles and prepositions of its language. */
        List<String> prefixed(String phrase) {
            return Arrays.stream(prefixes).map(prefix -> prefix + phrase).toList();
        }

        private static long hash(String letters) {
            long hash = 0;
            for (int i = 0; i < letters.length(); i++) {
                hash = step(hash, letters.charAt(i));
            }
            return hash;
        }

        Stems build() {
            Table table = new Table(begins, beginning);
            starts.forEach(table::begin);
            return new Stems(table, new Table(ends, ending), prefixes);
        }
    }
}
