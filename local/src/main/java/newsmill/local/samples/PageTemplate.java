package newsmill.local.samples;

import java.util.List;
import java.util.Map;

/**
 * A page or feed with places to fill. {@code {{name}}} is a field escaped for markup, {@code {{json:name}}} one escaped
 * for a JSON string; a block {@code {{p}}…{{/p}}} is repeated for each paragraph, {@code {{after 3}}…{{/after}}} stands
 * behind the third, {@code {{each}}…{{/each}}} is repeated for each story.
 */
record PageTemplate(String text) {
    /** The page of a story; fields whose names end in {@code -json} or {@code -html} are put in as they are. */
    String page(Map<String, String> fields, List<String> paragraphs) {
        int start = text.indexOf("{{p}}");
        int end = text.indexOf("{{/p}}");
        String one = text.substring(start + "{{p}}".length(), end);
        int tail = end + "{{/p}}".length();
        StringBuilder body = new StringBuilder();
        for (int i = 1; i <= paragraphs.size(); i++) {
            body.append(one.replace("{{text}}", markup(paragraphs.get(i - 1)))).append(after(i));
        }
        String rest = text.substring(tail).replaceAll("(?s)\\{\\{after \\d+}}.*?\\{\\{/after}}", "");
        return fill(text.substring(0, start), fields) + fillInsets(body.toString(), fields) + fill(rest, fields);
    }

    /** A feed of stories. */
    String feed(Map<String, String> fields, List<Map<String, String>> stories) {
        int start = text.indexOf("{{each}}");
        int end = text.indexOf("{{/each}}");
        String one = text.substring(start + "{{each}}".length(), end);
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < stories.size(); i++) {
            String comma = i + 1 < stories.size() ? "," : "";
            items.append(fill(one.replace("{{comma}}", comma), stories.get(i)));
        }
        return fill(text.substring(0, start), fields)
                + items
                + fill(text.substring(end + "{{/each}}".length()), fields);
    }

    static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String after(int paragraph) {
        String mark = "{{after " + paragraph + "}}";
        int start = text.indexOf(mark);
        return start < 0 ? "" : text.substring(start + mark.length(), text.indexOf("{{/after}}", start));
    }

    /** Paragraphs are in already; of the fields only the insets' own are still open. */
    private static String fillInsets(String body, Map<String, String> fields) {
        return body.replace("{{related}}", fields.getOrDefault("related-html", ""));
    }

    private static String fill(String text, Map<String, String> fields) {
        StringBuilder filled = new StringBuilder(text.length() * 2);
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            filled.append(text, at, open).append(value(text.substring(open + 2, close), fields));
            at = close + 2;
        }
        return filled.append(text, at, text.length()).toString();
    }

    private static String value(String name, Map<String, String> fields) {
        String plain = name.startsWith("json:") ? name.substring("json:".length()) : name;
        if (fields.containsKey(plain + "-html")) {
            return fields.get(plain + "-html");
        }
        String value = fields.get(plain);
        if (value == null) {
            throw new IllegalStateException("the template asks for {{" + name + "}}, which no story has");
        }
        if (plain.endsWith("-json")) {
            return value;
        }
        return plain.equals(name) ? markup(value) : json(value);
    }

    /** Escaped for a JSON string inside of a script element. */
    static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("</", "<\\/");
    }
}
