package newsmill.ingest.extract;

/** Phrases, letter below letter: all that begin at one place of a text are found in one walk, however many there are. */
final class PhraseTree {
    /** First letters are told apart by so many slots; in one slot, as below one letter, they stand side by side. */
    private static final int SLOTS = 256;

    /** Letters are told apart by so many bits where only a look is taken whether two of them begin any phrase. */
    private static final int GLANCE = 6;

    /** How far into the tree some letters have led; null stands for out of it. */
    static final class Node {
        private final char letter;
        private final Node sibling;
        private Node child;
        private long kinds;

        private Node(char letter, Node sibling) {
            this.letter = letter;
            this.sibling = sibling;
        }

        private static Node find(Node first, char letter) {
            Node node = first;
            while (node != null && node.letter != letter) {
                node = node.sibling;
            }
            return node;
        }
    }

    private final Node[] slots = new Node[SLOTS];
    /** For most places of a text this alone says that nothing begins there. */
    private final boolean[] openings = new boolean[1 << 2 * GLANCE];

    /** Adds a phrase in lower case, of the kinds whose bits are set. */
    void add(String phrase, long kinds) {
        int slot = phrase.charAt(0) % SLOTS;
        Node node = first(phrase.charAt(0));
        if (node == null) {
            node = slots[slot] = new Node(phrase.charAt(0), slots[slot]);
        }
        for (int i = 1; i < phrase.length(); i++) {
            Node next = next(node, phrase.charAt(i));
            if (next == null) {
                next = node.child = new Node(phrase.charAt(i), node.child);
            }
            node = next;
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
        return Node.find(slots[letter % SLOTS], letter);
    }

    /** Where the letter leads from there. */
    static Node next(Node node, char letter) {
        return node == null ? null : Node.find(node.child, letter);
    }

    /** The kinds of the phrase that ends there; 0 if none does. */
    static long kinds(Node node) {
        return node == null ? 0 : node.kinds;
    }

    /** The kinds of all phrases that the text, in lower case, continues with at this place. */
    long at(String text, int from) {
        char first = Character.toLowerCase(text.charAt(from));
        if (from + 1 < text.length() && !openings[opening(first, Character.toLowerCase(text.charAt(from + 1)))]) {
            return 0;
        }
        long kinds = 0;
        Node node = first(first);
        for (int i = from + 1; node != null; i++) {
            kinds |= node.kinds;
            node = i < text.length() ? next(node, Character.toLowerCase(text.charAt(i))) : null;
        }
        return kinds;
    }
}
