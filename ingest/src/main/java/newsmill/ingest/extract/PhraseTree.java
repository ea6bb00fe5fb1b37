package newsmill.ingest.extract;

import java.util.Arrays;

/** Phrases, letter below letter: all that begin at one place of a text are found in one walk, however many there are. */
final class PhraseTree {
    /** First letters are told apart by so many slots; those of one slot stand side by side, as do all below one letter. */
    private static final int SLOTS = 256;

    /** Letters are told apart by so many bits where only a look is taken whether two of them begin any phrase. */
    private static final int GLANCE = 6;

    /** How far into the tree some letters have led; null stands for out of it. */
    static final class Node {
        private char[] letters = {};
        private Node[] children = {};
        private long kinds;

        private Node add(char letter) {
            int last = letters.length;
            letters = Arrays.copyOf(letters, last + 1);
            children = Arrays.copyOf(children, last + 1);
            letters[last] = letter;
            children[last] = new Node();
            return children[last];
        }
    }

    private final Node[] slots = new Node[SLOTS];
    /** For most places of a text this alone says that nothing begins there. */
    private final boolean[] openings = new boolean[1 << 2 * GLANCE];

    /** Adds a phrase in lower case, of the kinds whose bits are set. */
    void add(String phrase, long kinds) {
        int slot = phrase.charAt(0) % SLOTS;
        slots[slot] = slots[slot] == null ? new Node() : slots[slot];
        Node node = slots[slot];
        for (char letter : phrase.toCharArray()) {
            Node next = next(node, letter);
            node = next == null ? node.add(letter) : next;
        }
        node.kinds |= kinds;
        for (int second = 0; second < 1 << GLANCE; second++) {
            boolean fits = phrase.length() == 1 || opening('\0', phrase.charAt(1)) == second;
            openings[opening(phrase.charAt(0), (char) second)] |= fits;
        }
    }

    private static int opening(char first, char second) {
        int mask = (1 << GLANCE) - 1;
        return (first & mask) << GLANCE | second & mask;
    }

    /** Where the letter leads from the root. */
    Node first(char letter) {
        return next(slots[letter % SLOTS], letter);
    }

    /** Where the letter leads from there. */
    static Node next(Node node, char letter) {
        for (int i = 0; node != null && i < node.letters.length; i++) {
            if (node.letters[i] == letter) {
                return node.children[i];
            }
        }
        return null;
    }

    /** The kinds of the phrase that ends there; 0 if none does. */
    static long kinds(Node node) {
        return node == null ? 0 : node.kinds;
    }

    /** The kinds of all phrases that the text, in lower case and as far as {@code end}, continues with at this place. */
    long at(String text, int from, int end) {
        char first = Character.toLowerCase(text.charAt(from));
        if (from + 1 < end && !openings[opening(first, Character.toLowerCase(text.charAt(from + 1)))]) {
            return 0;
        }
        long kinds = 0;
        Node node = first(first);
        for (int i = from + 1; node != null; i++) {
            kinds |= node.kinds;
            node = i < end ? next(node, Character.toLowerCase(text.charAt(i))) : null;
        }
        return kinds;
    }
}
