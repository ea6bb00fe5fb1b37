package newsmill.enrich.countries;

import java.util.List;
import java.util.Locale;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** All names of places, with what each may stand for; read once from the data files. Immutable and thread-safe. */
final class Gazetteer {
    private final Countries countries = new Countries();
    private final NameTrie names = new NameTrie(1 << 17);
    private final WordSet givenNames = words("given-names.txt");
    private final WordSet surnames = words("surnames.txt");
    private final CueWords cues;

    /** The gazetteer that comes with Newsmill, and a user's names. */
    Gazetteer(List<UserName> own) {
        countryNames();
        listed("capitals.tsv", Kind.CITY);
        regions();
        towns();
        places();
        adjectives();
        persons();
        for (String phrase : DataFile.lines("not-places.txt")) {
            Name name = names.of(phrase);
            name.senses = new Sense[] {new Sense((short) -1, Kind.NOTHING, (byte) 0, Languages.ANY)};
        }
        own.forEach(this::add);
        cues = new CueWords(countries);
    }

    CueWords cues() {
        return cues;
    }

    Countries countries() {
        return countries;
    }

    /** See {@link NameTrie#longest}. */
    long longest(Text text, int token) {
        return names.longest(text, token);
    }

    Name name(long found) {
        return names.name(found);
    }

    Name single(long hash) {
        return names.single(hash);
    }

    boolean isGivenName(long hash) {
        return givenNames.contains(hash);
    }

    boolean isSurname(long hash) {
        return surnames.contains(hash);
    }

    private void add(UserName own) {
        Name name = names.of(own.name());
        short country = countries.index(own.country());
        if (country < 0) {
            throw new IllegalArgumentException(own.where() + ": no country has the code " + own.country());
        }
        name.senses = new Sense[] {new Sense(country, own.kind(), (byte) 0, Languages.ANY)};
        name.given = name.surname = name.word = false;
    }

    private void countryNames() {
        for (String line : DataFile.lines("countries.tsv")) {
            String[] fields = line.split("\t");
            String[] all = fields[2].split(";");
            if (fields[0].equals("en")) {
                countries.add(fields[1], all[0].replace("&", "and"), fields.length > 3 ? fields[3] : "");
            }
            for (String name : all) {
                add(name, fields[1], Kind.COUNTRY, 0, language(fields[0]));
            }
        }
    }

    /** English names stand in texts of all languages. */
    private static byte language(String language) {
        return language.equals("en") ? Languages.ANY : Languages.of(language);
    }

    private void listed(String file, Kind kind) {
        for (String line : DataFile.lines(file)) {
            String[] fields = line.split("\t");
            add(fields[2], fields[1], kind, 0, language(fields[0]));
        }
    }

    private void regions() {
        for (String line : DataFile.lines("regions.tsv")) {
            String[] fields = line.split("\t");
            add(fields[2], fields[0], fields[1].equals("1") ? Kind.PROVINCE : Kind.DISTRICT, 0, Languages.ANY);
        }
    }

    private void towns() {
        for (String line : DataFile.lines("cities.tsv")) {
            int tab = line.indexOf('\t');
            int flags = line.indexOf('\t', tab + 1);
            int end = flags < 0 ? line.length() : flags;
            Name name = names.of(line.substring(0, tab));
            for (int at = tab + 1; at < end; ) {
                int space = line.indexOf(' ', at);
                int stop = space < 0 || space > end ? end : space;
                short country = countries.index(line.substring(at, at + 2));
                name.add(new Sense(country, Kind.TOWN, (byte) Integer.parseInt(line, at + 2, stop, 10), Languages.ANY));
                at = stop + 1;
            }
            if (flags >= 0) {
                name.given |= line.indexOf('g', flags) > 0;
                name.surname |= line.indexOf('s', flags) > 0;
                name.word |= line.indexOf('w', flags) > 0;
            }
        }
    }

    private void places() {
        for (String line : DataFile.lines("places.txt")) {
            String[] fields = line.split(" ", 3);
            Kind kind = Kind.valueOf(fields[0].toUpperCase(Locale.ROOT));
            for (String name : fields[2].split(", *")) {
                if (kind == Kind.CUE) {
                    names.of(name).senses = new Sense[0];
                }
                add(name, fields[1], kind, 0, Languages.ANY);
            }
        }
    }

    private void adjectives() {
        for (String line : DataFile.lines("adjectives/en.txt")) {
            for (String word : line.substring(3).split(", *")) {
                add(word, line.substring(0, 2), Kind.PEOPLE, 0, Languages.ANY);
            }
        }
    }

    private void persons() {
        for (String line : DataFile.lines("persons.txt")) {
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
        }
    }

    private void add(String phrase, String code, Kind kind, int weight, byte language) {
        Name name = names.of(phrase);
        name.add(new Sense(countries.index(code), kind, (byte) weight, language));
        if (phrase.indexOf(' ') < 0) {
            long hash = TokenHash.of(phrase);
            name.given |= kind != Kind.PEOPLE && givenNames.contains(hash);
            name.surname |= surnames.contains(hash);
        }
    }

    private static WordSet words(String file) {
        return WordSet.of(DataFile.lines(file));
    }
}
