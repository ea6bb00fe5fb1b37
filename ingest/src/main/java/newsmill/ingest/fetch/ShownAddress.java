package newsmill.ingest.fetch;

import java.util.regex.Pattern;

/** Addresses made fit to be shown: in logs, metrics, messages and reports. One line, not endless, without secrets. */
public final class ShownAddress {
    private static final int LONGEST = 500;
    private static final int LOOKED_AT = 10_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?i)(https?:[/\\\\]*)[^/\\\\?#\\s@]*(?:@[^/\\\\?#\\s@]*)*@");

    /** Parameters that are keys to a door; what they are called follows what feeds and APIs use. */
    private static final Pattern SECRETS = Pattern.compile(
            "(?i)([?&;](?:[a-z0-9_.-]*(?:token|secret|passw(?:or)?d|api_?key|apikey|signature|credential)[a-z0-9_.-]*"
                    + "|key|auth|pass|pwd|sig|sid|session)=)[^&;#\\s]*");

    private ShownAddress() {}

    /** An address, or words that hold some. */
    public static String of(String text) {
        if (text == null) {
            return null;
        }
        String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        String plain = CONTROL.matcher(head).replaceAll(" ");
        String shown =
                SECRETS.matcher(CREDENTIALS.matcher(plain).replaceAll("$1")).replaceAll("$1***");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "\u2026" : shown;
    }
}
