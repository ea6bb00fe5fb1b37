package newsmill.ingest.extract;

/** The date that many addresses carry: /2020/01/28/, /2020-01-28-, /20200128/, -28-01-2020. */
final class UrlDate {
    private UrlDate() {}

    /** Null if the address names no day. */
    static Stamp of(String url) {
        int start = url.indexOf('/', url.indexOf("://") + 3);
        for (int i = Math.max(0, start); i < url.length(); i++) {
            if (!digit(url, i) || (i > 0 && digit(url, i - 1))) {
                continue;
            }
            Stamp stamp = at(url, i);
            if (stamp != null) {
                return stamp;
            }
        }
        return null;
    }

    private static Stamp at(String url, int i) {
        if (run(url, i) == 8) {
            Stamp stamp = Stamp.of(number(url, i, 4), number(url, i + 4, 2), number(url, i + 6, 2));
            return stamp != null ? stamp : Stamp.of(number(url, i + 4, 4), number(url, i + 2, 2), number(url, i, 2));
        }
        if (run(url, i) == 2
                && run(url, i + 3) == 2
                && run(url, i + 6) == 4
                && i + 5 < url.length()
                && url.charAt(i + 2) == url.charAt(i + 5)
                && url.charAt(i + 2) != '%') {
            return Stamp.of(number(url, i + 6, 4), number(url, i + 3, 2), number(url, i, 2));
        }
        if (run(url, i) != 4 || i + 5 >= url.length()) {
            return null;
        }
        char by = url.charAt(i + 4);
        if (by != '/' && by != '-' && by != '_' && by != '.') {
            return null;
        }
        int monthRun = run(url, i + 5);
        if (monthRun == 4 && by == '/') {
            return Stamp.of(number(url, i, 4), number(url, i + 5, 2), number(url, i + 7, 2));
        }
        int dayAt = i + 5 + monthRun + 1;
        if (monthRun < 1 || monthRun > 2 || dayAt >= url.length() || url.charAt(dayAt - 1) != by) {
            return null;
        }
        int dayRun = run(url, dayAt);
        return dayRun < 1 || dayRun > 2
                ? null
                : Stamp.of(number(url, i, 4), number(url, i + 5, monthRun), number(url, dayAt, dayRun));
    }

    private static boolean digit(String url, int i) {
        return i < url.length() && url.charAt(i) >= '0' && url.charAt(i) <= '9';
    }

    private static int run(String url, int from) {
        int i = from;
        while (digit(url, i) && i - from < 12) {
            i++;
        }
        return i - from;
    }

    private static int number(String url, int from, int length) {
        return Integer.parseInt(url.substring(from, from + length));
    }
}
