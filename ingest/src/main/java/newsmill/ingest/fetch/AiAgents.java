package newsmill.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsmill.article.DataFile;
import newsmill.article.Rights.OptOut;

/** The robots of AI services that a robots.txt keeps out of the whole site. Pure. */
public final class AiAgents {
    private static final String FILE = "ai-agents.txt";
    private static final List<String> NAMES = names();

    private AiAgents() {}

    /** An opt-out for each agent that is barred by name; everyone being barred says nothing about AI. */
    public static List<OptOut> barred(String url, byte[] robots) {
        if (robots == null || robots.length == 0) {
            return List.of();
        }
        String text = new String(RobotsText.utf8(robots), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        List<OptOut> barred = new ArrayList<>();
        for (String name : NAMES) {
            // To parse for each name is dear; nearly all files name few or none.
            if (text.contains(name.toLowerCase(Locale.ROOT))
                    && !Robots.of(url, 200, "text/plain", robots, name.toLowerCase(Locale.ROOT))
                            .allows(url.replaceFirst("robots\\.txt$", ""))) {
                barred.add(new OptOut(name, "robots.txt"));
            }
        }
        return barred;
    }

    private static List<String> names() {
        return DataFile.lines(AiAgents.class, FILE).stream().map(String::strip).toList();
    }
}
