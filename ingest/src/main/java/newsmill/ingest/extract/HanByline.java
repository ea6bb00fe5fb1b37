package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names behind a label in the middle of a line of Chinese: "2024-06-03 来源：… 作者：张三", "…晚报记者 李四 王五", and in
 * the dateline of a story, "（记者 李四）". Without spaces or capitals, only the label and the length tell a name.
 */
final class HanByline {
    private static final String NAME = "[\\p{IsHan}\u00b7]{2,4}(?![\\p{IsHan}\u00b7\uff1a:])";
    private static final String NAMES = "(" + NAME + "(?:[\\s\u3001\uff0c,/\uff0f]+" + NAME + ")*)";

    private static final Pattern LABELLED = Pattern.compile(
            "(?:(?:\u4f5c\u8005|\u64b0\u6587|\u64b0\u7a3f|\u6587\u5b57|(?<!\\p{IsHan})\u6587)\\s*[\uff1a:/\uff0f]\\s*"
                    + "|[\u8bb0\u8a18]\u8005(?:\\s*[\uff1a:/\uff0f]\\s*|\\s+))"
                    + NAMES);

    private static final Pattern DATELINE = Pattern.compile("[(\uff08\u3010\\[](?:[^)\uff09\u3011\\]]{0,12}\\s)?"
            + "(?:\u672c\u62a5|\u672c\u5831|\u672c\u520a|\u65b0\u534e\u793e|\u901a\u8baf\u5458)?[\u8bb0\u8a18]\u8005\\s*"
            + NAMES
            + "(?:\\s*(?:\u62a5\u9053|\u5831\u5c0e|\u6444))?\\s*[)\uff09\u3011\\]]");

    /** In words, of which two ideographs make one: a line with date, source and author has no more. */
    private static final int LONGEST_LINE = 30;

    /** A dateline ends within so many characters. */
    private static final int DATELINE_END = 60;

    private HanByline() {}

    /** The names behind a label in a line by the headline, else those in the dateline. */
    static List<String> of(Layout layout) {
        List<Block> all = layout.page().all;
        int at = layout.headline();
        int end = at < 0 ? 0 : Math.min(all.size(), at + BylinePlaces.NEAR);
        for (int i = at + 1; i < end && i != layout.first(); i++) {
            Block block = all.get(i);
            List<String> names = block.words <= LONGEST_LINE ? names(LABELLED.matcher(block.text)) : List.of();
            if (!names.isEmpty()) {
                return names;
            }
        }
        String paragraph = layout.first() < 0 ? "" : all.get(layout.first()).text;
        return names(DATELINE.matcher(paragraph.substring(0, Math.min(DATELINE_END, paragraph.length()))));
    }

    private static List<String> names(Matcher found) {
        List<String> out = new ArrayList<>();
        if (found.find()) {
            for (String name : found.group(1).split("[\\s\u3001\uff0c,/\uff0f]+")) {
                out.addAll(PeopleNames.split(name));
            }
        }
        return List.copyOf(out);
    }
}
