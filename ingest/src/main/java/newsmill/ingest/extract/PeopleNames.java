package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts a byline into names: without "By", roles, places and links, split where the languages say "and". */
final class PeopleNames {
    /** By their first letters. */
    private static final Map<Character, List<String>> BY = new HashMap<>();

    private static final Set<String> AND = new HashSet<>();
    private static final Set<String> ROLES = new HashSet<>();
    private static final Set<String> NOBODY = new HashSet<>();
    private static final Set<String> LEAD = new HashSet<>();
    private static final Set<String> STOP = new HashSet<>();
    private static final Set<String> DESK = new HashSet<>();
    private static final Set<String> PARTICLE = new HashSet<>();
    private static final Set<String> AGENCY = new HashSet<>();
    private static final Set<String> INSTITUTE = new HashSet<>();

    /** What some languages put behind a name where others say "by", and at the end of a place a report comes from. */
    private static final Set<String> AFTER = new HashSet<>();

    private static final Set<String> DISPATCH = new HashSet<>();

    /** Between names; but the dot inside a foreign name in Chinese letters is none. */
    private static final Pattern PARTED =
            Pattern.compile("\\s*([;,|\u2022\u3001\uff0c\uff0f&\n]|(?<!\\p{IsHan})\u00b7|\u00b7(?!\\p{IsHan}))\\s*"
                    + "|\\s+[-/\u2013\u2014+]\\s+");

    /** Ends of hosts, by which a site's address is told from a name. */
    private static final Pattern HOST =
            Pattern.compile("\\S+\\.(com|net|org|info|de|at|ch|fr|es|it|nl|pl|ru|uk|is|se|no|dk|fi|cz|eu|tv|io)");

    /** Weekdays in two letters, which stand before dates. */
    private static final Set<String> WEEKDAYS = Set.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So");

    static {
        Set<String> by = new HashSet<>();
        for (String line : Resources.lines("bylines.txt")) {
            int colon = line.indexOf(':');
            Set<String> set = switch (line.substring(0, colon)) {
                case "by" -> by;
                case "and" -> AND;
                case "role" -> ROLES;
                case "lead" -> LEAD;
                case "stop" -> STOP;
                case "desk" -> DESK;
                case "particle" -> PARTICLE;
                case "agency" -> AGENCY;
                case "institute" -> INSTITUTE;
                case "after" -> AFTER;
                case "dispatch" -> DISPATCH;
                default -> NOBODY;
            };
            for (String word : line.substring(colon + 1).strip().split("\\|")) {
                set.add(word.strip());
            }
        }
        by.forEach(text ->
                BY.computeIfAbsent(text.charAt(0), first -> new ArrayList<>()).add(text));
    }

    private static final int LONGEST_PLACE = 8;

    private PeopleNames() {}

    /** True if the text says that something is by someone. */
    static boolean saysBy(String text) {
        return !withoutBy(text).equals(text.strip()) || innerBy(text) >= 0;
    }

    /** True for an agency, which is no author beside people. */
    static boolean agency(String name) {
        return AGENCY.contains(name.toLowerCase(Locale.ROOT));
    }

    /** True for the address of a site. */
    static boolean address(String name) {
        return name.indexOf('.') > 0
                && HOST.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** True if the text says that something is by someone, and sets the name off with a colon. */
    static boolean credits(String text) {
        int colon = Math.max(text.indexOf(':'), text.indexOf('\uff1a'));
        return colon > 0
                && colon < 30
                && withoutBy(text.substring(0, colon).replace("(", "").strip()).isEmpty();
    }

    /** True for an editorial desk without a name. */
    static boolean desk(String name) {
        return DESK.contains(name.toLowerCase(Locale.ROOT));
    }

    /** True for a label such as "Author:" with no name behind it. */
    static boolean onlySaysBy(String text) {
        return text.length() < 30 && withoutBy(text).isEmpty();
    }

    /** Two to five words, each with a capital. */
    static boolean fullName(String text) {
        for (String word : text.split(" ")) {
            int first = word.startsWith("(") ? 1 : 0;
            if (word.length() <= first
                    || !Character.isUpperCase(word.charAt(first))
                    || word.endsWith(":")
                    || word.endsWith("!")
                    || word.endsWith("?")) {
                return false;
            }
        }
        return text.indexOf(' ') > 0;
    }

    /** A full name none of whose words is a role, a desk's or an agency's. */
    static boolean person(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean job = false;
        for (String word : lower.split(" ")) {
            job |= ROLES.contains(word) || DESK.contains(word) || NOBODY.contains(word) || AGENCY.contains(word);
        }
        return fullName(text) && !job && !NOBODY.contains(lower);
    }

    /** False for a sentence: its words are mostly in lower case, and many. */
    static boolean looksLikeNames(String text) {
        int words = 0;
        int lower = 0;
        for (String word : text.split(" ")) {
            words++;
            lower += Character.isLowerCase(word.charAt(0)) ? 1 : 0;
        }
        return words <= 4 || lower * 2 <= words + 1;
    }

    /** A user's name rather than a person's. */
    static boolean handle(String name) {
        if (name.indexOf(' ') >= 0 || Text.ideograph(name.charAt(0))) {
            return false;
        }
        boolean lower = name.equals(name.toLowerCase(Locale.ROOT)) && Character.isLowerCase(name.charAt(0));
        return lower || name.indexOf('_') >= 0 || name.chars().anyMatch(Character::isDigit);
    }

    /** The names in a byline, in order. */
    static List<String> split(String line) {
        if (line.length() > 400 || line.startsWith("http://") || line.startsWith("https://") || line.startsWith("{")) {
            return List.of();
        }
        String plain = withoutPlaceInBrackets(line);
        int inner = innerBy(plain);
        String text = withoutBy(inner < 0 ? plain : plain.substring(inner));
        List<String> out = new ArrayList<>();
        for (String part : PARTED.split(text)) {
            if (!out.isEmpty() && untilStop(part).isEmpty()) {
                break;
            }
            for (String whole : atSlash(part)) {
                for (String name : atAnd(whole)) {
                    String clean = clean(name);
                    boolean clause = clean != null
                            && !out.isEmpty()
                            && clean.indexOf(' ') > 0
                            && clean.equals(clean.toLowerCase(Locale.ROOT))
                            && Character.isLowerCase(clean.charAt(0));
                    if (clean != null && !clause && (out.isEmpty() || !beside(clean))) {
                        out.add(clean);
                    }
                }
            }
        }
        return out;
    }

    /** Two full names, or one and an agency; but agencies' marks ("det/dpa") stay together. */
    private static List<String> atSlash(String part) {
        List<String> full = new ArrayList<>();
        for (String side : part.split("/")) {
            if (side.strip().indexOf(' ') > 0 && !side.strip().startsWith("The ")) {
                full.add(side);
            } else if (!agency(side.strip())) {
                return List.of(part);
            }
        }
        return full.isEmpty() ? List.of(part) : full;
    }

    /** True for what stands beside a name and is none: a weekday, a role, where somebody works. */
    private static boolean beside(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean institute =
                lower.indexOf(' ') > 0 && Stream.of(lower.split(" ")).anyMatch(INSTITUTE::contains);
        return WEEKDAYS.contains(text) || role(lower) || institute;
    }

    /** "[Seoul=Agency] Name" without its brackets; a line that is all in brackets stays. */
    private static String withoutPlaceInBrackets(String line) {
        int close = line.isEmpty() || "([\u3010".indexOf(line.charAt(0)) < 0 ? -1 : indexOfAny(line, ")]\u3011");
        return close < 0 || close > 30 || line.substring(close + 1).isBlank()
                ? line
                : line.substring(close + 1).strip();
    }

    private static int indexOfAny(String text, String chars) {
        for (int i = 0; i < text.length(); i++) {
            if (chars.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where the names begin in "Posted on 3 May by Ada Lovelace"; -1 if no such "by" stands inside. */
    private static int innerBy(String text) {
        if (text.length() > 160) {
            return -1;
        }
        int firstSpace = text.indexOf(' ');
        boolean led = firstSpace > 0
                && Character.isLowerCase(text.charAt(0))
                && text.substring(0, firstSpace).chars().allMatch(Character::isLetter);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            String word = text.substring(start, end).toLowerCase(Locale.ROOT);
            if (led
                    && end < text.length()
                    && (word.equals("by")
                            || word.equals("von")
                            || word.equals("par")
                            || word.equals("por")
                            || word.equals("door"))) {
                return end + 1;
            }
            String bare = word.isEmpty() || Character.isLetterOrDigit(word.charAt(word.length() - 1))
                    ? word
                    : word.substring(0, word.length() - 1);
            led |= LEAD.contains(bare) || (!word.isEmpty() && Character.isDigit(word.charAt(0)));
            start = end + 1;
        }
        return -1;
    }

    private static String withoutBy(String line) {
        String text = line.strip();
        for (int round = 0; round < 3; round++) {
            String lower = text.toLowerCase(Locale.ROOT);
            String longest = "";
            for (String by : lower.isEmpty() ? List.<String>of() : BY.getOrDefault(lower.charAt(0), List.of())) {
                boolean fits = lower.startsWith(by)
                        && by.length() > longest.length()
                        && (lower.length() == by.length()
                                || !Character.isLetterOrDigit(lower.charAt(by.length()))
                                || by.length() > 1 && Text.ideograph(by.charAt(0)));
                longest = fits ? by : longest;
            }
            if (longest.isEmpty()) {
                return text;
            }
            int at = longest.length();
            while (at < text.length() && " :\uff1a-\u2013\u2022|./\uff0f=\uff1d\u30fb".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            text = text.substring(at);
        }
        return text;
    }

    private static List<String> atAnd(String part) {
        List<String> out = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (String word : part.split("\\s+")) {
            if (AND.contains(word.toLowerCase(Locale.ROOT))
                    && !(word.length() == 1 && Character.isUpperCase(word.charAt(0)))) {
                out.add(name.toString());
                name.setLength(0);
            } else {
                name.append(name.length() == 0 ? "" : " ").append(word);
            }
        }
        out.add(name.toString());
        return out;
    }

    private static String clean(String raw) {
        String name = raw.strip();
        int open = name.indexOf('(');
        if (open > 0) {
            name = name.substring(0, open).strip();
        }
        name = withoutAfter(untilStop(withoutBy(name)));
        int start = 0;
        int end = name.length();
        while (start < end && !ofAName(name.charAt(start))) {
            start++;
        }
        while (end > start && !ofAName(name.charAt(end - 1)) && name.charAt(end - 1) != '.') {
            end--;
        }
        name = name.substring(start, end);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean nobody = NOBODY.contains(lower)
                || (ROLES.contains(lower) && !DESK.contains(lower))
                || lower.contains("http")
                || lower.startsWith("www.")
                || name.indexOf('@') >= 0
                || name.indexOf(' ') < 0 && lower.contains("admin")
                || name.indexOf(':') >= 0
                || dispatch(name);
        if (nobody || name.length() < 2 || name.length() > 60 || name.split(" ").length > 7) {
            return null;
        }
        name = withoutPlace(name);
        return dateLike(name) || name.chars().filter(Character::isLetter).count() < 2 ? null : name;
    }

    /** True for letters, digits, and the vowels that Thai and Indian letters bear. */
    private static boolean ofAName(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** True for the place a report was sent from, as Chinese papers put it behind the name: 台北報導. */
    private static boolean dispatch(String name) {
        return name.length() <= LONGEST_PLACE && DISPATCH.stream().anyMatch(name::endsWith);
    }

    private static String withoutAfter(String name) {
        String longest = "";
        for (String word : AFTER) {
            longest = name.endsWith(word) && word.length() > longest.length() ? word : longest;
        }
        return name.substring(0, name.length() - longest.length()).strip();
    }

    /** Korean names have no space inside: what stands before is the reporter's place. */
    private static String withoutPlace(String name) {
        int space = name.lastIndexOf(' ');
        boolean korean = name.chars().allMatch(c -> c == ' ' || c >= '\uac00' && c <= '\ud7a3');
        return korean && space > 0 && name.length() - space > 2 ? name.substring(space + 1) : name;
    }

    /** True if it begins or ends with what people do rather than are called. */
    private static boolean role(String lower) {
        String[] words = lower.split(" ");
        return words.length > 1 && ROLES.contains(words[words.length - 1]);
    }

    private static boolean dateLike(String name) {
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
        }
        return digits > 4
                || digits * 2 > name.length()
                || Character.isDigit(name.charAt(0))
                        && name.indexOf(' ') > 0
                        && !Character.isUpperCase(name.charAt(name.length() - 1));
    }

    /** Cuts at what cannot belong to a name: "on", a weekday, a number, or a verb with what it says of the person. */
    private static String untilStop(String name) {
        StringBuilder out = new StringBuilder();
        String[] words = name.split("\\s+");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String lower = word.toLowerCase(Locale.ROOT);
            String bare = lower.endsWith(".") || lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
            boolean number = out.length() > 0 && !word.isEmpty() && Character.isDigit(word.charAt(0));
            boolean verb = out.indexOf(" ") > 0
                    && i + 1 < words.length
                    && !word.isEmpty()
                    && Character.isLowerCase(word.charAt(0))
                    && !PARTICLE.contains(lower);
            if (verb || STOP.contains(bare) || number || word.startsWith("@")) {
                break;
            }
            out.append(out.length() == 0 ? "" : " ").append(word);
        }
        return out.toString();
    }
}
