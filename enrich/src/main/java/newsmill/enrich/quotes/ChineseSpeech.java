package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import newsmill.article.DataFile;
import newsmill.enrich.quotes.IndirectSpeech.Content;
import newsmill.enrich.text.PersonNames.Gender;
import newsmill.enrich.text.Text;

/**
 * Finds speakers in Chinese, where neither spaces nor capitals tell names: a clause beside the quotation that ends with a
 * verb of saying (“…”村民王芳说, 王芳在会上表示：“…”) holds the speaker before the verb, told by the family name, by a title, or
 * as a noun for persons or bodies. For use by one thread, for one body.
 */
final class ChineseSpeech {
    private static final Map<String, Set<String>> WORDS = read();
    private static final String CLAUSE_ENDS = "，。；！？：,;!?:…“”「」";
    /** Tokens of the longest clause that names a speaker. */
    private static final int LONGEST_CLAUSE = 60;

    private static final int LONGEST_WORD = 5;
    private static final int LONGEST_NOUN = 16;

    private final Reading reading;
    private final Text text;
    private final Map<String, Person> persons = new HashMap<>();
    /** Whom the clauses name, by the token that the name begins at. */
    private final TreeMap<Integer, Person> named = new TreeMap<>();

    private final List<Mention> pronouns = new ArrayList<>();
    private final Attribution[] attributions;
    private final List<Content> reported;

    /** Reads a body whose stretches are marked as quoted. */
    ChineseSpeech(Reading reading, List<Stretch> stretches) {
        this.reading = reading;
        text = reading.text;
        attributions = find(stretches);
        reported = report();
        for (Mention pronoun : pronouns) {
            Map.Entry<Integer, Person> before = named.lowerEntry(pronoun.first);
            pronoun.person = before == null ? null : before.getValue();
        }
    }

    /** Whose words the stretches are, one for each; null where nothing tells. */
    Attribution[] attributions() {
        return attributions;
    }

    /** What sentences report without marks: 王芳表示，…。 */
    List<Content> reported() {
        return reported;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> words = new HashMap<>();
        String part = null;
        for (String line : DataFile.lines(ChineseSpeech.class, "words.zh.txt")) {
            if (line.startsWith("[")) {
                part = line.substring(1, line.length() - 1);
            } else {
                words.computeIfAbsent(part, p -> new HashSet<>()).addAll(List.of(line.split(" ")));
            }
        }
        return words;
    }

    private Attribution[] find(List<Stretch> stretches) {
        Attribution[] found = new Attribution[stretches.size()];
        for (int i = 0; i < found.length; i++) {
            Stretch stretch = stretches.get(i);
            found[i] = before(stretch);
            if (found[i] == null) {
                found[i] = behind(stretch);
            }
        }
        return found;
    }

    private List<Content> report() {
        List<Content> found = new ArrayList<>();
        for (int s = 0; s < text.sentences(); s++) {
            int from = text.sentenceStart(s);
            int to = text.sentenceStart(s + 1);
            int comma = clauseEnd(from, to);
            Attribution said = comma < to && text.first(comma) == '，' ? clause(from, comma) : null;
            int end = to;
            while (end > comma + 1 && reading.isPunctuation(end - 1)) {
                end--;
            }
            boolean plain = said != null && end - comma > LONGEST_WORD;
            for (int t = from; plain && t < end; t++) {
                plain = reading.quoted(t) < 0;
            }
            if (plain) {
                found.add(new Content(comma + 1, end - 1, said));
            }
        }
        return found;
    }

    private Attribution behind(Stretch stretch) {
        int from = stretch.behind();
        if (from >= text.size() || text.paragraphOf(from) != text.paragraphOf(stretch.last())) {
            return null;
        }
        int start = text.first(from) == '，' || text.first(from) == ',' ? from + 1 : from;
        return clause(start, clauseEnd(start, text.paragraphStart(text.paragraphOf(stretch.last()) + 1)));
    }

    private Attribution before(Stretch stretch) {
        int sign = stretch.open() - 1;
        if (sign < 0 || "：，:,".indexOf(text.first(sign)) < 0) {
            return null;
        }
        int floor = Math.max(text.paragraphStart(text.paragraphOf(sign)), sign - LONGEST_CLAUSE);
        int from = sign;
        while (from > floor && CLAUSE_ENDS.indexOf(text.first(from - 1)) < 0) {
            from--;
        }
        return clause(from, sign);
    }

    private int clauseEnd(int from, int to) {
        int end = from;
        while (end < Math.min(to, from + LONGEST_CLAUSE) && CLAUSE_ENDS.indexOf(text.first(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Reads a clause that ends with a verb of saying; null if it does not, or names nobody. */
    private Attribution clause(int from, int to) {
        int verb = to - ending("say", from, to);
        if (verb == to || verb <= from) {
            return null;
        }
        Mention speaker = speaker(from, verb);
        return speaker == null ? null : new Attribution(speaker, verb, to - 1, "Chinese clause");
    }

    /** The speaker before a verb: the first name or pronoun before what tells where and to whom, else the noun. */
    private Mention speaker(int from, int verb) {
        int noun = -1;
        for (int end = from + 1; end <= verb; end++) {
            boolean stop = end == verb || beginning("adjunct", end, verb) > 0 || isNumber(end);
            if (!stop) {
                continue;
            }
            int trimmed = end;
            for (int adverb = ending("adverb", from, trimmed); adverb > 0 && trimmed - adverb > from; ) {
                trimmed -= adverb;
                adverb = ending("adverb", from, trimmed);
            }
            Mention mention = person(from, trimmed);
            if (mention != null) {
                return mention;
            }
            noun = noun < 0 ? trimmed : noun;
        }
        boolean speaks = noun - from <= LONGEST_NOUN
                && noun - from > 1
                && (ending("role", from, noun) > 0
                        || ending("body", from, noun) > 0
                        || ending("title", from, noun) > 0);
        return speaks
                ? new Mention(Mention.Kind.NOMINAL, from, noun - 1, from, noun - 1, from, Gender.EITHER, false, false)
                : null;
    }

    private boolean isNumber(int t) {
        return text.kind(t) == Text.Kind.NUMBER;
    }

    /** A name or pronoun that ends before a token, behind its office; null if none does. */
    private Mention person(int from, int to) {
        if (to - from == 1 && "他她".indexOf(text.first(from)) >= 0) {
            Mention pronoun =
                    new Mention(Mention.Kind.PRONOUN, from, from, from, from, -1, Gender.EITHER, false, false);
            pronouns.add(pronoun);
            return pronoun;
        }
        int end = to;
        for (int title = ending("title", from, end);
                title > 0 && end - title > from;
                title = ending("title", from, end)) {
            end -= title;
        }
        int start = name(from, end);
        if (start < 0) {
            return null;
        }
        String name = text.slice(start, end - 1);
        Mention mention = new Mention(Mention.Kind.NAME, from, to - 1, start, end - 1, -1, Gender.EITHER, false, false);
        mention.person = persons.computeIfAbsent(name, n -> new Person(mention));
        named.put(start, mention.person);
        return mention;
    }

    /** Where the name begins that ends before a token: a family name and one or two characters, or a foreign name with dots. */
    private int name(int from, int end) {
        for (int t = end - 1; t > Math.max(from, end - LONGEST_NOUN); t--) {
            if (text.first(t) == '·') {
                return foreign(from, t);
            }
        }
        if (ending("body", from, end) > 0) {
            return -1;
        }
        for (int length = Math.min(4, end - from); length >= 2; length--) {
            int start = end - length;
            int family = beginning("surname", start, end);
            int given = length - family;
            boolean role = given == 1 && ending("role", start, end) > 0;
            // 曾 is "once" before 在, and a family name
            boolean adverbial = beginning("adjunct", start + family, end) > 0;
            if (family > 0 && (given == 1 || given == 2) && !role && !adverbial) {
                return start;
            }
        }
        return -1;
    }

    /** A foreign name begins behind the last title before its first dot. */
    private int foreign(int from, int dot) {
        for (int t = dot - 1; t > from; t--) {
            if (ending("title", from, t) > 0) {
                return t;
            }
        }
        return dot - from <= LONGEST_WORD ? from : -1;
    }

    /** Tokens of the longest word of a part that ends before a token; 0 if there is none. */
    private int ending(String part, int from, int to) {
        for (int length = Math.min(LONGEST_WORD, to - from); length > 0; length--) {
            if (WORDS.get(part).contains(text.slice(to - length, to - 1))) {
                return length;
            }
        }
        return 0;
    }

    /** Tokens of the longest word of a part that begins at a token; 0 if there is none. */
    private int beginning(String part, int from, int to) {
        for (int length = Math.min(LONGEST_WORD, to - from); length > 0; length--) {
            if (WORDS.get(part).contains(text.slice(from, from + length - 1))) {
                return length;
            }
        }
        return 0;
    }
}
