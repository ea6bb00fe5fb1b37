package newsmill.ingest.extract;

import org.jsoup.nodes.Element;

/** A block-level element: a node of the light tree that {@link Blocks} builds beside the document. */
final class Box {
    final Box parent;
    final String tag;
    /** What its names say: bits of {@link ClassWords.Sign}. */
    final long signs;
    /** A number that elements with the same last two tags and names share. */
    final int shape;

    private final int ownShape;

    final int depth;
    /** Sums over all blocks inside. */
    int words;

    int linkWords;
    int blocks;
    /** Words in blocks that read like prose. */
    int mass;
    /** The same, of blocks that stand directly in this box. */
    int ownMass;

    int prose;

    Box(Box parent, Element element, long signs) {
        this.parent = parent;
        this.tag = element.normalName();
        this.signs = signs;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.ownShape = tag.hashCode() * 31 + name(element);
        this.shape = parent == null ? ownShape : ownShape * 17 + parent.ownShape;
    }

    private static int name(Element element) {
        String name = element.attributesSize() == 0 ? "" : element.attributes().get("class");
        int hash = 7;
        for (int i = 0; i < name.length() && i < 60; i++) {
            char c = name.charAt(i);
            hash = Character.isDigit(c) ? hash : hash * 31 + c;
        }
        return hash;
    }

    boolean has(ClassWords.Sign sign) {
        return (signs & sign.bit()) != 0;
    }

    /** True if this box is, or lies inside, the other. */
    boolean inside(Box other) {
        Box box = this;
        while (box != null && box.depth > other.depth) {
            box = box.parent;
        }
        return box == other;
    }
}
