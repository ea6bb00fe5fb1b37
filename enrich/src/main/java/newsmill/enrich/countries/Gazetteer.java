package newsmill.enrich.countries;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import newsmill.article.DataFile;
import newsmill.enrich.text.HashSet64;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** All names of places, with what each may stand for; read once from the data files. Immutable and thread-safe. */
final class Gazetteer {
    private static final String ARABIC_ARTICLE = "ال";

    private final Countries countries = new Countries();
    private final NameTrie names = new NameTrie(1 << 17);
    private final HashSet64 givenNames = words("given-names.txt");
    private final HashSet64 surnames = words("surnames.txt");
    private final CueWords cues;

    /** The gazetteer that comes with Newsmill, and a user's names, which win. */
    Gazetteer(UserGazetteer own) {
        countryNames();
        capitals();
        regions();
        towns();
        places();
        languages();
        persons();
        nothing();
        own.entries().forEach(this::add);
        names.forEach(Name::seal);
        cues = new CueWords(countries);
    }

    Countries countries() {
        return countries;
    }

    CueWords cues() {
        return cues;
    }

    /** See {@link NameTrie#longest}. */
    long longest(Text text, int token, long hash) {
        return names.longest(text, token, hash);
    }

    Name name(long found) {
        return names.name(found);
    }

    /** The name that a single word is, or null. */
    Name single(long hash) {
        return names.single(hash);
    }

    boolean isGivenName(long hash) {
        return givenNames.contains(hash);
    }

    boolean isSurname(long hash) {
        return surnames.contains(hash);
    }

    private void add(UserGazetteer.Entry entry) {
        short country = countries.index(entry.country());
        if (country < 0 && entry.country() != null) {
            throw entry.wrong("no country has the code " + entry.country());
        }
        for (String phrase : entry.names()) {
            Name name = names.of(phrase);
            name.set(new Sense(country, country < 0 ? Kind.NOTHING : Kind.CITY, (byte) 0, NameLanguage.ANY));
            name.given = name.surname = name.word = name.doubtful = false;
            name.capitals = isCapitals(phrase);
        }
    }

    private void countryNames() {
        DataFile.lines(Gazetteer.class, "countries.tsv").forEach(line -> {
            String[] fields = line.split("\t");
            String[] all = fields[2].split(";");
            if (fields[0].equals("en")) {
                countries.add(fields[1], all[0].replace("&", "and"), fields.length > 3 ? fields[3] : "");
            }
            for (String name : all) {
                add(name, fields[1], Kind.COUNTRY, language(fields[0]));
            }
        });
    }

    /** English names stand in texts of all languages. */
    private static byte language(String language) {
        return language.equals("en") ? NameLanguage.ANY : NameLanguage.of(language);
    }

    private void capitals() {
        DataFile.lines(Gazetteer.class, "capitals.tsv").forEach(line -> {
            String[] fields = line.split("\t");
            add(fields[2], fields[1], Kind.CITY, language(fields[0]));
        });
    }

    private void regions() {
        DataFile.lines(Gazetteer.class, "regions.tsv").forEach(line -> {
            String[] fields = line.split("\t");
            add(fields[2], fields[0], fields[1].equals("1") ? Kind.PROVINCE : Kind.DISTRICT, NameLanguage.ANY);
        });
    }

    private void towns() {
        // A million characters: none is copied to be read.
        String all = DataFile.text(Gazetteer.class, "cities.tsv");
        for (int start = 0, end; start < all.length(); start = end + 1) {
            end = all.indexOf('\n', start);
            if (all.charAt(start) != '#') {
                town(all, start, end);
            }
        }
    }

    /** A line such as {@code Paris, tab, FR63 US44, tab, gs}. */
    private void town(String all, int start, int end) {
        int tab = all.indexOf('\t', start);
        Name name = names.of(all, start, tab);
        int at = tab + 1;
        for (; at < end && all.charAt(at - 1) != '\t' | at == tab + 1; at += 5) {
            int weight = 10 * (all.charAt(at + 2) - '0') + all.charAt(at + 3) - '0';
            short country = countries.index(all.charAt(at), all.charAt(at + 1));
            name.add(new Sense(country, Kind.TOWN, (byte) weight, NameLanguage.ANY));
        }
        for (; at < end; at++) {
            name.given |= all.charAt(at) == 'g';
            name.surname |= all.charAt(at) == 's';
            name.word |= all.charAt(at) == 'w';
        }
    }

    private void places() {
        DataFile.lines(Gazetteer.class, "places.txt").forEach(line -> {
            String[] fields = line.split(" ", 3);
            Kind kind = Kind.valueOf(fields[0].toUpperCase(Locale.ROOT));
            for (String name : fields[2].split(", *")) {
                if (kind == Kind.CUE) {
                    names.of(name).senses = new Sense[0];
                }
                add(name, fields[1], kind, NameLanguage.ANY);
            }
        });
    }

    private void languages() {
        for (String language : NameLanguage.all()) {
            byte index = language(language);
            Map<Character, String[]> endings = new HashMap<>();
            DataFile.lines(Gazetteer.class, "languages/" + language + ".txt").forEach(line -> {
                if (Character.isLetter(line.charAt(0))) {
                    for (String word : line.substring(3).split(", *")) {
                        inflected(word, endings, form -> {
                            add(form, line.substring(0, 2), Kind.PEOPLE, index);
                            if (language.equals("ar")) {
                                add(ARABIC_ARTICLE + form, line.substring(0, 2), Kind.PEOPLE, index);
                            }
                        });
                    }
                } else {
                    endings.put(line.charAt(0), line.substring(2).split(" "));
                }
            });
        }
    }

    /** The word, or, with a sign behind it, the word with each ending of that sign. */
    private static void inflected(String word, Map<Character, String[]> endings, Consumer<String> action) {
        String[] all = endings.get(word.charAt(word.length() - 1));
        if (all == null) {
            action.accept(word);
            return;
        }
        String stem = word.substring(0, word.length() - 1);
        for (String ending : all) {
            action.accept(ending.equals("-") ? stem : stem + ending);
        }
    }

    private void persons() {
        DataFile.lines(Gazetteer.class, "persons.txt").forEach(line -> {
            int space = line.indexOf(' ');
            for (String word : line.substring(space + 1).split(", *")) {
                Name name = names.single(TokenHash.of(word));
                if (name != null) {
                    switch (line.substring(0, space)) {
                        case "given" -> name.given = true;
                        case "surname" -> name.surname = true;
                        default -> name.doubtful = true;
                    }
                }
            }
        });
    }

    private void nothing() {
        DataFile.lines(Gazetteer.class, "not-places.txt").forEach(phrase -> {
            names.of(phrase).set(new Sense((short) -1, Kind.NOTHING, (byte) 0, NameLanguage.ANY));
        });
    }

    private void add(String phrase, String code, Kind kind, byte language) {
        Name name = names.of(phrase);
        name.add(new Sense(countries.index(code), kind, (byte) 0, language));
        name.capitals |= isCapitals(phrase);
        if (phrase.indexOf(' ') < 0) {
            long hash = TokenHash.of(phrase);
            name.given |= kind != Kind.PEOPLE && givenNames.contains(hash);
            name.surname |= surnames.contains(hash);
        }
    }

    private static boolean isCapitals(String phrase) {
        return phrase.length() <= 5
                && phrase.equals(phrase.toUpperCase(Locale.ROOT))
                && !phrase.equals(phrase.toLowerCase(Locale.ROOT));
    }

    private static HashSet64 words(String file) {
        return HashSet64.of(DataFile.lines(Gazetteer.class, file));
    }
}
