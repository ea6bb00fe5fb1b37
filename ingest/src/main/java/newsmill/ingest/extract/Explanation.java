package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsmill.article.Article;
import org.jsoup.nodes.Element;

/** Says in lines for people which evidence gave each field, and which blocks were kept or dropped and why. */
final class Explanation {
    private static final int LONGEST = 90;
    private static final int REASONS = 3;

    /** Labels in a row are told in one line: so many of them, of so few words, and so unlikely story. */
    private static final int MANY = 3;

    private static final int LABEL = 8;
    private static final float HOPELESS = 0.05f;

    /** So many elements name a block's place. */
    private static final int PLACE = 3;

    /** Class names that a site's writer chose, and that stay as they are until the next design. */
    private static final Pattern CHOSEN = Pattern.compile("[a-zA-Z][a-zA-Z_-]{2,40}");

    private final Reading reading;
    private final Set<Block> story;
    private final boolean ruled;
    private final boolean[] judged;
    private final Set<String> told = new HashSet<>();
    private final Set<String> reasons = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private Explanation(Reading reading) {
        this.reading = reading;
        this.story = new HashSet<>(reading.story());
        this.ruled = reading.story().stream().anyMatch(block -> block.under(ClassWords.KEPT_BY_RULE));
        this.judged = BodyText.likely(reading.evidence().blocks, reading.scores());
    }

    /** The fields, what site rules no longer fit, the blocks in the order of the page, and what the reasons mean. */
    static List<String> of(Reading reading, Article article) {
        Explanation explanation = new Explanation(reading);
        explanation.fields(article);
        reading.troubles().forEach(trouble -> explanation.lines.add(trouble.text()));
        explanation.blocks();
        explanation.legend();
        return explanation.lines;
    }

    private void fields(Article article) {
        Publication about = reading.about();
        Title.Found title = reading.title();
        Byline.Found byline = reading.byline();
        field("title", article.title(), title == null ? null : title.evidence());
        field("byline", String.join("; ", article.byline()), byline == null ? null : byline.evidence());
        date("publishedAt", article.publishedAt(), reading.published());
        date("modifiedAt", article.modifiedAt(), reading.modified());
        field("canonicalUrl", article.canonicalUrl(), Told.evidence(about.canonical()));
        field("publisher", Told.value(about.publisher()), Told.evidence(about.publisher()));
        field("language", article.language(), Told.evidence(about.language()));
        field("section", article.section(), Told.evidence(about.section()));
        field("keywords", String.join("; ", article.keywords()), Told.evidence(about.keywords()));
        field("image", article.image(), Told.evidence(about.image()));
        field("description", article.description(), Told.evidence(about.description()));
        field(
                "bodyVerdict",
                article.bodyVerdict().name().toLowerCase(Locale.ROOT),
                reading.verdict().reason());
    }

    private void date(String name, String value, PublishedDate.Found found) {
        field(
                name,
                value,
                found == null ? null : found.from().name().toLowerCase(Locale.ROOT) + ": " + found.evidence());
    }

    private void field(String name, String value, String evidence) {
        boolean none = value == null || value.isEmpty();
        lines.add(name + ": " + (none ? "-" : brief(value) + (evidence == null ? "" : " (" + brief(evidence) + ")")));
    }

    private void blocks() {
        List<Block> all = reading.evidence().blocks.all;
        lines.add(all.size() + " blocks of text" + (reading.evidence().blocks.hidden ? " hidden in a script" : "")
                + ", " + story.size() + " kept; each with how likely it is story, its place, and what spoke most");
        for (int i = 0; i < all.size(); i++) {
            int end = i;
            while (end < all.size() && furniture(all.get(end))) {
                end++;
            }
            if (end - i >= MANY) {
                lines.add(furniture(all.get(i), all.get(end - 1), end - i));
                i = end - 1;
            } else {
                lines.add(line(all.get(i)));
            }
            told.add(all.get(i).text);
        }
    }

    /** True for a label that nobody would take for story. */
    private boolean furniture(Block block) {
        return reading.scores()[block.index] < HOPELESS && block.words <= LABEL && !story.contains(block);
    }

    private static String furniture(Block first, Block last, int count) {
        return "drop 0.00 " + count + " labels, from " + place(first.box.element) + " \"" + brief(first.text) + "\" to "
                + place(last.box.element) + " \"" + brief(last.text) + "\"";
    }

    private String line(Block block) {
        boolean kept = story.contains(block);
        return String.format(
                Locale.ROOT,
                "%s %.2f %s \"%s\" %s",
                kept ? "keep" : "drop",
                reading.scores()[block.index],
                place(block.box.element),
                brief(block.text),
                why(block, kept));
    }

    /** The elements that the text stands in, as a selector that a site rule may use. */
    private static String place(Element element) {
        List<String> names = new ArrayList<>();
        for (Element up = element;
                up != null && names.size() < PLACE && !up.normalName().equals("body");
                up = up.parent()) {
            names.add(0, name(up));
        }
        return names.isEmpty() ? "body" : String.join(" > ", names);
    }

    private static String name(Element element) {
        if (CHOSEN.matcher(element.id()).matches()) {
            return element.normalName() + "#" + element.id();
        }
        return element.normalName()
                + element.classNames().stream()
                        .filter(name -> CHOSEN.matcher(name).matches())
                        .limit(2)
                        .map(name -> "." + name)
                        .collect(Collectors.joining());
    }

    private String why(Block block, boolean kept) {
        float[] row = reading.rows()[block.index];
        if (kept == judged[block.index]) {
            boolean alone = kept == reading.scores()[block.index] > BodyText.ENOUGH;
            return alone || Wholes.of(block) == null
                    ? reasons(row, kept)
                    : "because of the list or quotation that it is part of";
        }
        if (kept || block.under(ClassWords.DROPPED_BY_RULE)) {
            return "because the site rule says so";
        }
        if (Html.heading(block.box.tag) > 0 && row[Feature.TITLE_COVER.ordinal()] > 0.9f) {
            return "because it is the headline";
        }
        if (told.contains(block.text)) {
            return "because the page said it before";
        }
        return ruled ? "because the site rule leaves it out" : "because it belongs to what stands around the story";
    }

    /** The features that spoke most for the verdict. */
    private String reasons(float[] row, boolean kept) {
        if (BodyText.isFurniture(row)) {
            return "because it is a link far from any prose";
        }
        float[] said = BodyText.contributions(row);
        StringBuilder out = new StringBuilder("because");
        for (int k = 0; k < REASONS; k++) {
            int best = 0;
            for (int i = 0; i < said.length; i++) {
                best = (kept ? said[i] > said[best] : said[i] < said[best]) ? i : best;
            }
            out.append(String.format(Locale.ROOT, " %s=%.2f", Feature.name(best), row[best]));
            reasons.add(Feature.name(best));
            said[best] = 0;
        }
        return out.toString();
    }

    private void legend() {
        lines.add("what the reasons mean:");
        for (String line : Resources.lines("reasons.txt")) {
            String name = line.substring(0, line.indexOf(": "));
            boolean used = name.endsWith(":")
                    ? reasons.stream().anyMatch(reason -> reason.startsWith(name))
                    : reasons.contains(name);
            if (used) {
                lines.add("  " + (name.endsWith(":") ? name + "\u2026" : name) + line.substring(name.length()));
            }
        }
    }

    /** The beginning of a text, fit for one line. */
    private static String brief(String text) {
        String line = Text.line(text);
        return line == null || line.length() <= LONGEST ? String.valueOf(line) : line.substring(0, LONGEST) + "\u2026";
    }
}
