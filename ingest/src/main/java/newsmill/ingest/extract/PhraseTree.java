package newsmill.ingest.extract;

/** Phrases, letter below letter: all that begin at one place of a text are found in one walk, however many there are. */
final class PhraseTree {
    /** First letters are told apart by so many slots; in one slot, as below one letter, they stand side by side. */
    private static final int SLOTS = 256;

    private static final class Node {
        final char letter;
        final Node sibling;
        Node child;
        long kinds;

        Node(char letter, Node sibling) {
            this.letter = letter;
            this.sibling = sibling;
        }

        static Node find(Node first, char letter) {
            Node node = first;
            while (node != null && node.letter != letter) {
                node = node.sibling;
            }
            return node;
        }
    }

    private final Node[] slots = new Node[SLOTS];

    /** Adds a phrase of the kinds whose bits are set. */
    void add(String phrase, long kinds) {
        int slot = phrase.charAt(0) % SLOTS;
        Node node = Node.find(slots[slot], phrase.charAt(0));
        if (node == null) {
            node = slots[slot] = new Node(phrase.charAt(0), slots[slot]);
        }
        for (int i = 1; i < phrase.length(); i++) {
            Node next = Node.find(node.child, phrase.charAt(i));
            if (next == null) {
                next = node.child = new Node(phrase.charAt(i), node.child);
            }
            node = next;
        }
        node.kinds |= kinds;
    }

    /** The kinds of all phrases that the text continues with at this place. */
    long at(String text, int from) {
        long kinds = 0;
        Node node = Node.find(slots[text.charAt(from) % SLOTS], text.charAt(from));
        for (int i = from + 1; node != null; i++) {
            kinds |= node.kinds;
            node = i < text.length() ? Node.find(node.child, text.charAt(i)) : null;
        }
        return kinds;
    }
}
