package newsmill.ingest.source;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsmill.ingest.data.WordTable;

/**
 * What stands behind a time: an offset, a name of the time zone database, or an abbreviation as RFC 822 and newsrooms
 * use them. UTC where unknown.
 */
final class Zones {
    private static final Map<String, ZoneOffset> NAMES = names();
    private static final Set<String> SPELT_OUT = Set.of("eastern", "central", "mountain", "pacific", "atlantic");
    private static final Set<String> PLACES = ZoneId.getAvailableZoneIds();
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final int MOST_WORDS = 4;

    private Zones() {}

    private static Map<String, ZoneOffset> names() {
        Map<String, ZoneOffset> names = new HashMap<>();
        WordTable.of(Zones.class, "zones.txt").forEach((name, offset) -> names.put(name, ZoneOffset.of(offset)));
        return names;
    }

    /** Whether the word, in lower case, is an abbreviation in use. */
    static boolean isKnown(String word) {
        return NAMES.containsKey(word);
    }

    /**
     * The offset said behind the clock; Korea's where none is said in Korean, which is written in one zone only.
     *
     * @param from the first piece behind the clock
     * @param day whose pieces are no offset
     * @param local when it matters, in a place that changes its clocks
     */
    static ZoneOffset of(List<DatePiece> pieces, int from, FeedDay day, String line, LocalDateTime local) {
        for (int i = from; i < pieces.size() && i < from + MOST_WORDS; i++) {
            DatePiece piece = pieces.get(i);
            if (i >= day.from() && i < day.to()) {
                continue;
            }
            if (!piece.isWord()) {
                ZoneOffset offset = offset(pieces, i);
                if (offset != null) {
                    return offset;
                }
            } else {
                ZoneOffset offset = i + 1 < pieces.size() ? afterName(pieces, i) : null;
                ZoneOffset named = offset == null ? named(pieces, i, line, local) : offset;
                if (named != null) {
                    return named;
                }
            }
        }
        boolean korean = pieces.stream().anyMatch(Zones::isKorean);
        return korean ? KOREA : ZoneOffset.UTC;
    }

    private static boolean isKorean(DatePiece piece) {
        return piece.text().charAt(0) >= '\uac00' && piece.text().charAt(0) <= '\ud7a3';
    }

    /** "GMT+0100". */
    private static ZoneOffset afterName(List<DatePiece> pieces, int i) {
        String name = pieces.get(i).text();
        boolean universal = name.equals("gmt") || name.equals("utc") || name.equals("ut") || name.equals("z");
        return universal && !pieces.get(i + 1).isWord() ? offset(pieces, i + 1) : null;
    }

    private static ZoneOffset offset(List<DatePiece> pieces, int i) {
        DatePiece hours = pieces.get(i);
        String gap = hours.gap();
        char sign = gap.isEmpty() ? ' ' : gap.charAt(gap.length() - 1);
        if (sign != '+' && sign != '-' && sign != '\u2212' || hours.digits() > 4) {
            return null;
        }
        boolean together = hours.digits() > 2;
        boolean colon = !together
                && i + 1 < pieces.size()
                && pieces.get(i + 1).digits() == 2
                && pieces.get(i + 1).gap().equals(":");
        int minutes = together
                ? hours.value() / 100 * 60 + hours.value() % 100
                : hours.value() * 60 + (colon ? pieces.get(i + 1).value() : 0);
        return ZoneOffset.ofTotalSeconds((sign == '+' ? 1 : -1) * Math.min(minutes, 18 * 60) * 60);
    }

    private static ZoneOffset named(List<DatePiece> pieces, int i, String line, LocalDateTime local) {
        DatePiece piece = pieces.get(i);
        if (piece.text().length() == 1) {
            return military(line.charAt(piece.at()));
        }
        if (i + 1 < pieces.size() && pieces.get(i + 1).gap().equals("/")) {
            int end = piece.at();
            while (end < line.length() && line.charAt(end) > ' ' && ");,]".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            String place = line.substring(piece.at(), end);
            return PLACES.contains(place) ? ZoneId.of(place).getRules().getOffset(local) : null;
        }
        if (SPELT_OUT.contains(piece.text())) {
            StringBuilder initials = new StringBuilder();
            for (int word = i;
                    word < pieces.size() && word < i + 4 && pieces.get(word).isWord();
                    word++) {
                initials.append(pieces.get(word).text().charAt(0));
            }
            return NAMES.get(initials.toString());
        }
        return NAMES.get(piece.text());
    }

    /** RFC 822, 5.1: A to M (without J) are west of Greenwich, N to Y east. A small h means hours. */
    private static ZoneOffset military(char letter) {
        char upper = Character.toUpperCase(letter);
        if (letter == 'h' || upper < 'A' || upper > 'Z' || upper == 'J' || upper == 'T') {
            return upper == 'T' && letter == 'T' ? ZoneOffset.ofHours(7) : null;
        }
        if (upper <= 'I') {
            return ZoneOffset.ofHours('A' - upper - 1);
        }
        if (upper <= 'M') {
            return ZoneOffset.ofHours('A' - upper);
        }
        return upper <= 'Y' ? ZoneOffset.ofHours(upper - 'N' + 1) : ZoneOffset.UTC;
    }
}
