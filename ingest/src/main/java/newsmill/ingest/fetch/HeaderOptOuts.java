package newsmill.ingest.fetch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsmill.article.Rights.OptOut;

/** Opt-outs from AI use that a response's headers state: {@code X-Robots-Tag}, and TDMRep's {@code TDM-Reservation}. */
public final class HeaderOptOuts {
    private HeaderOptOuts() {}

    /** Each signal once. */
    public static List<OptOut> of(Response response) {
        Set<OptOut> found = new LinkedHashSet<>();
        for (String value : response.headers().getOrDefault("x-robots-tag", List.of())) {
            for (String word : value.toLowerCase(Locale.ROOT).split("[,:\\s]+")) {
                if (word.equals("noai") || word.equals("noimageai")) {
                    found.add(new OptOut(word, "header"));
                }
            }
        }
        if ("1".equals(response.header("tdm-reservation"))) {
            found.add(new OptOut("tdm-reservation", "header"));
        }
        return List.copyOf(found);
    }
}
