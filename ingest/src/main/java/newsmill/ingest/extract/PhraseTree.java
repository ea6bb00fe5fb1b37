package newsmill.ingest.extract;

/** Phrases, letter below letter: all that begin at one place of a text are found in one walk, however many there are. */
final class PhraseTree {
    /** First letters lie in so many slots of as many neighbours each. */
    private static final int SLOTS = 256;

    /** Letters are told apart by so many bits where only a look is taken whether two of them begin any phrase. */
    private static final int GLANCE = 6;

    /** How far into the tree some letters have led; null stands for out of it. */
    static final class Node {
        /** By letter, from the lowest on; null where none goes on: the letters below one are few or close together. */
        private Node[] children = {};

        private char lowest;
        private long kinds;

        private Node add(char letter) {
            char low = children.length == 0 || letter < lowest ? letter : lowest;
            int high = Math.max(letter, lowest + children.length - 1);
            Node[] wider = new Node[high - low + 1];
            System.arraycopy(children, 0, wider, children.length == 0 ? 0 : lowest - low, children.length);
            children = wider;
            lowest = low;
            return children[letter - low] = new Node();
        }
    }

    private final Node[] slots = new Node[SLOTS];
    /** For most places of a text this alone says that nothing begins there. */
    private final boolean[] openings = new boolean[1 << 2 * GLANCE];

    /** Adds a phrase in lower case, of the kinds whose bits are set. */
    void add(String phrase, long kinds) {
        int slot = phrase.charAt(0) / SLOTS;
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
        return next(slots[letter / SLOTS], letter);
    }

    /** Where the letter leads from there. */
    static Node next(Node node, char letter) {
        int at = node == null ? -1 : letter - node.lowest;
        return at >= 0 && at < node.children.length ? node.children[at] : null;
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
