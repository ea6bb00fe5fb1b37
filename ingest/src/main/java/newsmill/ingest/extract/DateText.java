package newsmill.ingest.extract;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/** Finds the first date in a short text, as machines and people of many languages write it. */
final class DateText {
    private static final int LONGEST = 300;

    /** What may stand behind a day or before a month or year. */
    private static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "er", "º", "o", "a", "da", "ª", "e", "ste", "го", "ቀን");

    private static final Set<String> LINKS = Set.of(
            "de", "of", "del", "di", "d", "г", "года", "року", "роцi", "ta", "the", "nam", "του", "\u05d1", "พ", "ศ");

    /** What may stand between a year and the month behind it. */
    private static final Set<String> YEAR_WORDS =
            Set.of("m", "gada", "оны", "жылғы", "жылы", "жылдын", "жил", "yil", "ko", "eko", "ж", "il", "ilin", "г");

    private static final String YEARS = "\u5e74\ub144";
    private static final String MONTHS = "\u6708\uc6d4";

    /** The years in which Japan's eras and Taiwan's republic count none yet. */
    private static final String[] ERAS = {
        "\u4ee4\u548c", "2018", "\u5e73\u6210", "1988", "\u6c11\u570b", "1911", "\u6c11\u56fd", "1911"
    };

    /** A date and the stretch of text that gives it. */
    record Hit(Stamp stamp, int start, int end) {}

    private final DateTokens tokens;
    private final boolean monthFirst;
    private final String language;
    private int next;
    private boolean lunar;

    private DateText(String text, boolean monthFirst, String language) {
        this.tokens = new DateTokens(text);
        this.monthFirst = monthFirst;
        this.language = language;
    }

    /** The first date in the text, or null. With {@code monthFirst} 3/4/2020 is in March. */
    static Stamp find(String text, boolean monthFirst) {
        Hit hit = find(text, monthFirst, null);
        return hit == null ? null : hit.stamp();
    }

    /** The first date in a text of this language (may be null), or null; one of the moon only where there is no other. */
    static Hit find(String text, boolean monthFirst, String language) {
        if (text == null || !Text.hasDigit(text)) {
            return null;
        }
        String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new DateText(part, monthFirst, language).find();
    }

    private Hit find() {
        Hit byMoon = null;
        for (int i = 0; i < tokens.size(); i++) {
            lunar = false;
            Stamp stamp = at(i);
            if (stamp != null) {
                Hit hit = new Hit(
                        DateClock.read(tokens, next, stamp),
                        tokens.at(i).start(),
                        tokens.at(next - 1).end());
                if (!lunar) {
                    return hit;
                }
                byMoon = byMoon == null ? hit : byMoon;
            }
        }
        return byMoon;
    }

    private Stamp at(int i) {
        DateTokens.Token a = tokens.at(i);
        if (a.word()) {
            Stamp named = named(i);
            return named == null ? era(i, a) : named;
        }
        if (a.digits() >= 8) {
            return compact(a, i);
        }
        DateTokens.Token b = tokens.at(i + 1);
        DateTokens.Token c = tokens.at(i + 2);
        if (b.word()) {
            return b.text().isEmpty() ? null : beforeWord(i, a, b);
        }
        boolean alike = b.before() == c.before() || b.before() == ' ' && c.before() == ' ';
        return c.word() || !alike ? null : numbers(i, a, b, c);
    }

    /** 2020-01-28, 28.1.2020, 1/28/2020, 28.01.20. */
    private Stamp numbers(int i, DateTokens.Token a, DateTokens.Token b, DateTokens.Token c) {
        char by = b.before();
        boolean spaced = by == ' ' && "./".indexOf(tokens.beforeSpace(b)) >= 0;
        if ("-./\u2010\u2011\u2013".indexOf(by) < 0 && !spaced) {
            return null;
        }
        next = i + 3;
        if (a.digits() == 4 && b.digits() <= 2 && c.digits() <= 2) {
            return day(a.number(), b.number(), c.number());
        }
        if (a.digits() > 2 || b.digits() > 2 || (c.digits() != 4 && c.digits() != 2)) {
            return null;
        }
        if (c.digits() == 2
                && (by == '-'
                        || (by != '.' && (a.digits() != 2 || b.digits() != 2))
                        || c.number() > 40
                        || c.number() < 3
                        || tokens.follows(c, '.'))) {
            return null;
        }
        int year = c.digits() == 2 ? 2000 + c.number() : c.number();
        boolean swap = b.number() > 12 || (monthFirst && by == '/' && a.number() <= 12);
        return swap ? day(year, a.number(), b.number()) : day(year, b.number(), a.number());
    }

    /** A day in numbers; Thai pages count from the Buddha, those in Arabic letters by the sun or the moon. */
    private Stamp day(int year, int month, int day) {
        NewsCalendar calendar = NewsCalendar.of(year);
        if (calendar != NewsCalendar.GREGORIAN && !arabic()) {
            return null;
        }
        return day(calendar, year, month, day);
    }

    private Stamp day(NewsCalendar calendar, int year, int month, int day) {
        lunar = calendar == NewsCalendar.HIJRI;
        return calendar.day(year > 2500 && year < 2600 ? year - 543 : year, month, day);
    }

    private boolean arabic() {
        boolean said = language != null && language.matches("(fa|ps|ar|ckb|ur)\\b.*");
        return said || tokens.source.chars().anyMatch(c -> c >= '\u0600' && c <= '\u06ff');
    }

    private Stamp compact(DateTokens.Token a, int i) {
        next = i + 1;
        String digits = a.text();
        if (digits.length() == 8 || digits.length() == 12 || digits.length() == 14) {
            Stamp day = Stamp.of(part(digits, 0, 4), part(digits, 4, 2), part(digits, 6, 2));
            if (day == null || digits.length() == 8) {
                return day;
            }
            int second = digits.length() == 14 ? part(digits, 12, 2) : 0;
            LocalTime time = DateClock.time(part(digits, 8, 2), part(digits, 10, 2), second);
            return time == null ? day : day.at(time, null);
        }
        if (tokens.size() == 1 && (digits.length() == 10 || digits.length() == 13)) {
            long seconds = Long.parseLong(digits) / (digits.length() == 13 ? 1000 : 1);
            var moment = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
            Stamp day = Stamp.of(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth());
            return day == null ? null : day.at(moment.toLocalTime().withNano(0), ZoneOffset.UTC);
        }
        return null;
    }

    private static int part(String digits, int from, int length) {
        return Integer.parseInt(digits.substring(from, from + length));
    }

    /** January 28, 2020; Jan. 28th 2020; ጥር 19 ቀን 2012. */
    private Stamp named(int i) {
        MonthNames.Named month = MonthNames.at(tokens, i, language);
        DateTokens.Token day = month == null ? null : tokens.at(i + month.tokens());
        if (day == null || day.digits() < 1 || day.digits() > 2) {
            return null;
        }
        int at = i + month.tokens() + 1;
        at += ORDINALS.contains(tokens.at(at).text()) ? 1 : 0;
        DateTokens.Token year = tokens.at(at);
        if (year.digits() != 4) {
            return null;
        }
        next = at + 1;
        return day(month.calendar(), year.number(), month.number(), day.number());
    }

    /** 令和2年1月28日, 民國109年1月28日. */
    private Stamp era(int i, DateTokens.Token a) {
        boolean named =
                !a.text().isEmpty() && Text.ideograph(a.text().charAt(a.text().length() - 1));
        for (int k = 0; named && k < ERAS.length; k += 2) {
            int before = Integer.parseInt(ERAS[k + 1]);
            DateTokens.Token year = tokens.at(i + 1);
            if (a.text().endsWith(ERAS[k]) && year.digits() <= 3 && YEARS.contains(letter(i + 2))) {
                return asian(i + 1, before + year.number());
            }
            if (a.text().endsWith(ERAS[k] + "\u5143\u5e74")) {
                return asian(i - 1, before + 1);
            }
        }
        return null;
    }

    /** 28 January 2020; 28. Januar 2020; 28 de enero de 2020; 28 tháng 1 năm 2020; 2020年1月28日; 2020. január 28. */
    private Stamp beforeWord(int i, DateTokens.Token a, DateTokens.Token b) {
        if (YEARS.contains(letter(i + 1)) && (a.digits() == 4 || a.digits() == 3)) {
            return asian(i, a.digits() == 4 ? a.number() : a.number() + 1911);
        }
        if (a.digits() == 4) {
            return yearFirst(i, a);
        }
        if (a.digits() > 2) {
            return null;
        }
        if (b.text().equals("thang")) {
            return vietnamese(i, a);
        }
        int at = i + 1;
        while (at < i + 4
                && (ORDINALS.contains(tokens.at(at).text())
                        || LINKS.contains(tokens.at(at).text()))) {
            at++;
        }
        MonthNames.Named month = MonthNames.at(tokens, at, language);
        if (month == null) {
            return null;
        }
        int after = at + month.tokens();
        MonthNames.Named again = MonthNames.at(tokens, after, language);
        after += again != null && again.number() == month.number() ? again.tokens() : 0;
        for (int k = 0; k < 2 && LINKS.contains(tokens.at(after).text()); k++) {
            after++;
        }
        return dayFirst(a.number(), month, after);
    }

    private Stamp dayFirst(int day, MonthNames.Named month, int at) {
        DateTokens.Token year = tokens.at(at);
        next = at + 1;
        if (year.digits() == 4) {
            return day(month.calendar(), year.number(), month.number(), day);
        }
        if (year.digits() != 2) {
            return null;
        }
        if (language != null && language.startsWith("th") && year.number() > 43) {
            return Stamp.of(2500 + year.number() - 543, month.number(), day);
        }
        return "-'\u2019".indexOf(year.before()) >= 0 ? Stamp.of(2000 + year.number(), month.number(), day) : null;
    }

    /** 2020. január 28.; 2020 m. sausio 28 d.; 2020. gada 28. janvāris; 2020 оны 1 сарын 28. */
    private Stamp yearFirst(int i, DateTokens.Token year) {
        int at = i + 1;
        for (int k = 0; k < 2 && YEAR_WORDS.contains(tokens.at(at).text()); k++) {
            at++;
        }
        MonthNames.Named month = MonthNames.at(tokens, at, language);
        if (month != null) {
            DateTokens.Token day = tokens.at(at + month.tokens());
            next = at + month.tokens() + 1;
            return day.digits() < 1 || day.digits() > 2
                    ? null
                    : day(month.calendar(), year.number(), month.number(), day.number());
        }
        DateTokens.Token number = tokens.at(at);
        if (at == i + 1 || number.digits() < 1 || number.digits() > 2) {
            return null;
        }
        int behind = at + 1;
        behind += ORDINALS.contains(tokens.at(behind).text())
                        || tokens.at(behind).text().equals("р")
                ? 1
                : 0;
        month = MonthNames.at(tokens, behind, language);
        if (month != null) {
            next = behind + month.tokens();
            return day(month.calendar(), year.number(), month.number(), number.number());
        }
        boolean mongolian = tokens.at(behind).text().startsWith("сар");
        next = behind + 2;
        return mongolian && !tokens.at(behind + 1).word()
                ? Stamp.of(year.number(), number.number(), tokens.at(behind + 1).number())
                : null;
    }

    private Stamp vietnamese(int i, DateTokens.Token day) {
        int at = i + 3;
        at += LINKS.contains(tokens.at(at).text()) ? 1 : 0;
        next = at + 1;
        DateTokens.Token month = tokens.at(i + 2);
        return month.word() || tokens.at(at).digits() != 4
                ? null
                : Stamp.of(tokens.at(at).number(), month.number(), day.number());
    }

    /** The month and day behind a year at {@code i} and its 年. */
    private Stamp asian(int i, int year) {
        DateTokens.Token month = tokens.at(i + 2);
        DateTokens.Token day = tokens.at(i + 4);
        next = i + 5;
        return month.word() || day.word() || !MONTHS.contains(letter(i + 3))
                ? null
                : Stamp.of(year, month.number(), day.number());
    }

    /** The token's text if it is one letter, else something that is in no list. */
    private String letter(int i) {
        String text = tokens.at(i).text();
        return text.length() == 1 ? text : "?";
    }
}
