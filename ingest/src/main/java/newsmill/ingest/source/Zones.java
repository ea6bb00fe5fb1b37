package newsmill.ingest.source;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a time: an offset, or an abbreviation as RFC 822 and newsrooms use them. UTC where unknown. */
final class Zones {
    private static final Pattern OFFSET = Pattern.compile("([+\\-\u2212])\\s?(\\d{1,2}):?(\\d{2})?(?!\\d)");
    private static final Pattern NAME = Pattern.compile("\\b([A-Za-z]{1,5})\\b");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("AST", "-04:00"),
            Map.entry("ADT", "-03:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("ET", "-05:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("CT", "-06:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("MT", "-07:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("PT", "-08:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("BRT", "-03:00"),
            Map.entry("WET", "+00:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("MSD", "+04:00"),
            Map.entry("SAST", "+02:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("PKT", "+05:00"),
            Map.entry("WIB", "+07:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("AWST", "+08:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"));

    private Zones() {}

    static ZoneOffset of(String behind) {
        Matcher offset = OFFSET.matcher(behind);
        if (offset.find()) {
            int sign = offset.group(1).equals("+") ? 1 : -1;
            String digits = offset.group(2);
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            int total = Integer.parseInt(digits) * 60 + minutes;
            return ZoneOffset.ofTotalSeconds(sign * Math.min(total, 18 * 60) * 60);
        }
        Matcher name = NAME.matcher(behind);
        while (name.find()) {
            String known = NAMES.get(name.group(1).toUpperCase(Locale.ROOT));
            if (known != null) {
                return ZoneOffset.of(known);
            }
            if (name.group(1).length() == 1) {
                return military(Character.toUpperCase(name.group(1).charAt(0)));
            }
        }
        return ZoneOffset.UTC;
    }

    /** RFC 822, 5.1: A to M (without J) are west of Greenwich, N to Y east. */
    private static ZoneOffset military(char letter) {
        if (letter >= 'A' && letter <= 'I') {
            return ZoneOffset.ofHours('A' - letter - 1);
        }
        if (letter >= 'K' && letter <= 'M') {
            return ZoneOffset.ofHours('A' - letter);
        }
        return letter >= 'N' && letter <= 'Y' ? ZoneOffset.ofHours(letter - 'N' + 1) : ZoneOffset.UTC;
    }
}
