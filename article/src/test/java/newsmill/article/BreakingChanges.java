package newsmill.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What in a new form of a schema would break somebody: a reader of new records who knows the old form, or a new reader
 * of old records. New optional fields and new words in descriptions break nobody; everything else does.
 */
final class BreakingChanges {
    private static final Set<String> WORDS = Set.of("description", "title", "$comment", "examples");

    private BreakingChanges() {}

    static List<String> between(JsonNode frozen, JsonNode current) {
        List<String> changes = new ArrayList<>();
        compare("", frozen, current, changes);
        return changes;
    }

    private static void compare(String place, JsonNode frozen, JsonNode current, List<String> changes) {
        Set<String> keywords = new TreeSet<>();
        frozen.fieldNames().forEachRemaining(keywords::add);
        current.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDS);
        for (String keyword : keywords) {
            JsonNode before = frozen.path(keyword);
            JsonNode after = current.path(keyword);
            if (keyword.equals("properties")) {
                before.fieldNames().forEachRemaining(name -> {
                    if (after.has(name)) {
                        compare(place + "." + name, before.get(name), after.get(name), changes);
                    } else {
                        changes.add(place + "." + name + " was removed");
                    }
                });
            } else if (keyword.equals("items")) {
                compare(place + "[]", before, after, changes);
            } else if (keyword.equals("required")) {
                if (!names(before).equals(names(after))) {
                    changes.add(place + ": required was " + names(before) + " and is " + names(after));
                }
            } else if (!before.equals(after)) {
                changes.add(place + ": " + keyword + " was " + before + " and is " + after);
            }
        }
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
