package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of a page, cut into {@link Block}s in reading order by one walk over the document, and the {@link Box}es they
 * stand in. The walk is a loop, not a recursion: a page may nest as deep as it likes.
 */
final class Blocks {
    /** Notes for screen readers, and what shows under a pointer, cut into the line that everybody reads. */
    private static final long UNSEEN = ClassWords.Sign.UNSEEN.bit();

    /** What others say on the page and what its operator asks: long texts that are not its story. */
    private static final long OTHER_VOICES = ClassWords.Sign.COMMENT.bit() | ClassWords.Sign.CONSENT.bit();

    private static final int STORY_WORDS = 100;

    /** In words: fewer may stand in a title by chance. */
    private static final int SHORTEST_HEADLINE = 4;

    private static final int LONGEST_HEADLINE = 30;

    /** Types of the inputs that ask readers for words or for a choice; check boxes often only fold parts of a page. */
    private static final Set<String> FIELDS = Set.of("", "text", "email", "tel", "radio");

    final List<Block> all = new ArrayList<>();
    final Box root;
    /** True if this is not what the page shows but what its scripts hold. */
    boolean hidden;
    /** Words of all blocks. */
    int words;
    /** Words of blocks that read like prose. */
    int mass;

    /** The blocks that an image stands right before; where a block is cut by one, the next. */
    final BitSet images = new BitSet();

    /** All boxes, the page's own first. */
    final List<Box> boxes = new ArrayList<>();

    private final ClassWords names = new ClassWords();
    private final Clues clues;
    private final BlockText text = new BlockText();
    /** The signs of the inline elements that are open. */
    private final List<Long> inline = new ArrayList<>();

    private Box box;
    /** The last element that was not read inside. */
    private Element passed;

    /** The words of the page's title, with a space on either side. */
    private final String title;

    private boolean headlineSeen;
    private boolean proseSeen;
    private int muteDepth;
    private long closedSigns;
    private boolean afterBreak;

    private Blocks(Element body, String title, Clues clues) {
        this.clues = clues;
        this.title = " " + Text.plain(title) + " ";
        Attributes attributes = ClassWords.attributes(body);
        this.root = new Box(null, 0, body, names.of(attributes), names.shape(attributes));
        this.box = root;
        boxes.add(root);
    }

    /** Reads the document's body; {@code clues} sees every element on the way. */
    static Blocks of(Document document, Clues clues) {
        Blocks blocks = new Blocks(document.body(), document.title(), clues);
        blocks.walk(document.body());
        blocks.flush();
        blocks.weigh();
        return blocks;
    }

    private void walk(Element body) {
        Node node = body.firstChild();
        while (node != null) {
            Node child = enter(node);
            if (child != null) {
                node = child;
                continue;
            }
            while (node != null && node != body) {
                if (node instanceof Element element) {
                    leave(element);
                }
                Node next = node.nextSibling();
                if (next != null) {
                    node = next;
                    break;
                }
                node = node.parentNode();
            }
            if (node == body) {
                return;
            }
        }
    }

    /** Takes the node in; returns its first child if that is to be read as well. */
    private Node enter(Node node) {
        if (node instanceof TextNode textNode) {
            if (muteDepth == 0) {
                text.append(textNode.getWholeText());
            }
            return null;
        }
        if (!(node instanceof Element element)) {
            return null;
        }
        Attributes attributes = ClassWords.attributes(element);
        long signs = names.of(attributes);
        Html.Kind kind = Html.kind(element);
        if (kind == Html.Kind.BLOCK) {
            flush();
            box = new Box(box, boxes.size(), element, signs, names.shape(attributes));
            boxes.add(box);
            afterBreak = false;
        }
        clues.see(element, attributes, signs, box, all.size());
        switch (kind) {
            case SKIP -> {
                seen(element);
                passed = element;
                return null;
            }
            case BREAK -> {
                lineBreak();
                passed = element;
                return null;
            }
            case BLOCK -> {}
            case INLINE -> {
                if (standsAlone(element)) {
                    flush();
                }
                open(element, signs);
            }
        }
        return element.firstChild();
    }

    private void seen(Element element) {
        switch (element.normalName()) {
            case "img", "picture", "video", "iframe" -> picture();
            case "textarea" -> box.fields++;
            case "input" -> box.fields += FIELDS.contains(element.attr("type")) ? 1 : 0;
            default -> {}
        }
    }

    /** True for an element of the page's own making, or one that is shown as a block, that is no part of a line of text. */
    private static boolean standsAlone(Element element) {
        boolean own = element.normalName().indexOf('-') > 0
                && !element.parent().normalName().equals("p");
        return (own || shownAsBlock(element)) && !isText(element.previousSibling()) && !isText(element.nextSibling());
    }

    private static boolean shownAsBlock(Element element) {
        String style = element.attributesSize() == 0 ? "" : element.attributes().get("style");
        return style.contains("display:block") || style.contains("display: block");
    }

    private static boolean isText(Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }

    private void picture() {
        box.images++;
        images.set(all.size() + (!text.isEmpty() ? 1 : 0));
    }

    private void open(Element element, long signs) {
        switch (element.normalName()) {
            case "a" -> {
                if (element.hasAttr("href")) {
                    text.linkDepth++;
                    text.linkBegins();
                }
            }
            case "b", "strong" -> text.boldDepth++;
            case "i", "em", "cite" -> text.italicDepth++;
            case "amp-img", "amp-anim", "amp-video", "amp-youtube", "amp-iframe" -> picture();
            default -> {}
        }
        muteDepth += (signs & UNSEEN) == 0 ? 0 : 1;
        inline.add(signs);
        text.classed += signs == 0 ? 0 : 1;
    }

    private void leave(Element element) {
        if (element == passed) {
            return;
        }
        if (element == box.element) {
            flush();
            box = box.parent;
            return;
        }
        if (standsAlone(element)) {
            flush();
        }
        switch (element.normalName()) {
            case "a" -> text.linkDepth -= element.hasAttr("href") ? 1 : 0;
            case "b", "strong" -> text.boldDepth--;
            case "i", "em", "cite" -> text.italicDepth--;
            default -> {}
        }
        long signs = inline.remove(inline.size() - 1);
        muteDepth -= (signs & UNSEEN) == 0 ? 0 : 1;
        text.classed -= signs == 0 ? 0 : 1;
        closedSigns |= signs;
    }

    private void lineBreak() {
        if (text.lineBreak() >= 2 || headline()) {
            flush();
            afterBreak = true;
        }
    }

    private void flush() {
        if (!text.isEmpty()) {
            long signs = 0;
            if (text.nearlyAllClassed()) {
                for (long sign : inline) {
                    signs |= sign;
                }
                signs |= closedSigns;
            }
            Block block = text.block(box, all.size(), signs, afterBreak);
            all.add(block);
            proseSeen |= block.prose();
            headlineSeen |= box.heading() == 1;
        }
        text.clear();
        closedSigns = 0;
    }

    /** True, once above all prose, if the block so far is the headline and only a line break parts it from a byline. */
    private boolean headline() {
        int words = text.words();
        boolean over = headlineSeen || proseSeen || box.heading() > 0;
        if (over || words < SHORTEST_HEADLINE || words > LONGEST_HEADLINE) {
            return false;
        }
        headlineSeen = title.contains(" " + Text.plain(text.soFar()) + " ");
        return headlineSeen;
    }

    /** Sums words and prose up the boxes; comments and consent layers weigh nothing beside other prose. */
    private void weigh() {
        boolean[] other = new boolean[all.size()];
        int rest = 0;
        for (Block block : all) {
            boolean prose = block.prose();
            other[block.index] = prose && block.under(OTHER_VOICES);
            rest += prose && !other[block.index] ? block.words - block.linkWords : 0;
        }
        for (Block block : all) {
            boolean prose = block.prose() && !(rest >= STORY_WORDS && other[block.index]);
            int own = prose ? block.words - block.linkWords : 0;
            words += block.words;
            mass += own;
            block.box.add(block, own, prose);
        }
        for (int i = boxes.size() - 1; i > 0; i--) {
            boxes.get(i).addToParent();
        }
        boxes.forEach(Box::lookAround);
    }
}
