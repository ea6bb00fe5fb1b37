package newsmill.ingest.source;

import java.io.IOException;
import java.util.List;

/** A list of sources that cannot be used; the message has one line for each thing that is wrong. */
public final class WrongSources extends IOException {
    /** One line each, with file, line and field. */
    private final List<String> mistakes;

    WrongSources(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
