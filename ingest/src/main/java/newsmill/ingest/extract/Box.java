package newsmill.ingest.extract;

import java.util.Set;
import org.jsoup.nodes.Element;

/** A block-level element: a node of the light tree that {@link Blocks} builds beside the document. */
final class Box {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "table");

    final Box parent;
    /** The how manieth box of the page it is, in the order in which they begin. */
    final int index;

    final Element element;
    final String tag;
    /** Which of {@link Feature#TAGS} it is, or -1. */
    final int tagBit;
    /** What its names say: bits of {@link ClassWords.Sign}. */
    final long signs;
    /** The same, of it and all boxes around it. */
    final long around;
    /** A number that elements with the same last two tags and names share. */
    final int shape;

    /** The smallest box, this or one around it, that holds an image; else the page. */
    Box withImage;

    /** The smallest that is a list or a table; else null. */
    Box list;

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
    /** Pictures and players inside. */
    int images;
    /** Fields to fill in. */
    int fields;

    /** {@code shape} is a number that elements of like names share. */
    Box(Box parent, int index, Element element, long signs, int shape) {
        this.parent = parent;
        this.index = index;
        this.element = element;
        this.tag = element.normalName();
        this.tagBit = Feature.TAG_BITS.getOrDefault(tag, -1);
        this.signs = signs;
        this.around = parent == null ? signs : signs | parent.around;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.ownShape = tag.hashCode() * 31 + shape;
        this.shape = parent == null ? ownShape : ownShape * 17 + parent.ownShape;
    }

    void add(Block block, int own, boolean isProse) {
        words += block.words;
        linkWords += block.linkWords;
        blocks++;
        mass += own;
        ownMass += own;
        prose += isProse ? 1 : 0;
    }

    /** Inner boxes first. */
    void addToParent() {
        parent.words += words;
        parent.linkWords += linkWords;
        parent.blocks += blocks;
        parent.mass += mass;
        parent.prose += prose;
        parent.images += images;
        parent.fields += fields;
    }

    /** Knows what lies around it, if its parent does. */
    void lookAround() {
        withImage = images > 0 || parent == null ? this : parent.withImage;
        list = LISTS.contains(tag) ? this : parent == null ? null : parent.list;
    }

    /** 1 to 6 for a heading, or what stands directly in one; else 0. */
    int heading() {
        int level = Html.heading(tag);
        return level == 0 && parent != null ? Html.heading(parent.tag) : level;
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
