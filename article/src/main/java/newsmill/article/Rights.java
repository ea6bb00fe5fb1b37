package newsmill.article;

import java.util.List;

/** What the publisher reserves. @param optOuts the opt-outs from AI training and text and data mining that were seen */
public record Rights(List<OptOut> optOuts) {
    public Rights {
        optOuts = optOuts == null ? List.of() : List.copyOf(optOuts);
    }

    /**
     * One opt-out.
     *
     * @param signal what it says: {@code noai}, {@code noimageai}, {@code tdm-reservation}, or the barred robot's name
     * @param where where it stands: {@code robots.txt}, {@code meta}, {@code header}, {@code tdmrep.json}
     */
    public record OptOut(String signal, String where) {}
}
