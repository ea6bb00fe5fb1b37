package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsmill.enrich.text.PersonNames.Gender;
import newsmill.enrich.text.Text;

/** Who is named in an article: joins "Zelenskyy" with "Volodymyr Zelenskyy" and keeps two Weisses apart. */
final class Cast {
    private final Reading reading;
    private final Mentions mentions;
    /** By the hash of the last word of the name, and of its first. */
    private final Map<Long, List<Person>> byLast = new HashMap<>();

    private final Map<Long, List<Person>> byFirst = new HashMap<>();

    private Cast(Reading reading, Mentions mentions) {
        this.reading = reading;
        this.mentions = mentions;
    }

    /** Gives every name of the mentions its person. */
    static Cast of(Reading reading, Mentions mentions) {
        Cast cast = new Cast(reading, mentions);
        for (int i = 0; i < mentions.count(); i++) {
            Mention mention = mentions.get(i);
            if (mention.isName()) {
                cast.join(mention);
            }
        }
        return cast;
    }

    private void join(Mention mention) {
        boolean single = mention.headFirst == mention.headLast;
        Person person = single ? shortForm(mention) : longForm(mention);
        if (person == null) {
            person = new Person(mention);
            byLast.computeIfAbsent(last(mention), h -> new ArrayList<>(2)).add(person);
            if (!single) {
                byFirst.computeIfAbsent(first(mention), h -> new ArrayList<>(2)).add(person);
            }
        } else if (mention.headLast - mention.headFirst + 1 > person.length()) {
            if (person.length() == 1) {
                byFirst.computeIfAbsent(first(mention), h -> new ArrayList<>(2)).add(person);
            }
            person.fullest = mention;
        }
        if (person.gender == Gender.EITHER) {
            person.gender = mention.gender;
        }
        person.personal |= mentions.isPersonal(mention);
        person.mentions++;
        person.latest = mention;
        mention.person = person;
    }

    private long first(Mention mention) {
        return reading.text.hash(mention.headFirst);
    }

    /** The last word of the name, before "Jr." and the like. */
    private long last(Mention mention) {
        int t = mention.headLast;
        while (t > mention.headFirst && (reading.is(t, Word.SUFFIX) || reading.isPunctuation(t))) {
            t--;
        }
        return reading.text.hash(t);
    }

    /** The one a single name means: who bears it as the last name and was spoken of latest, else as the first name. */
    private Person shortForm(Mention mention) {
        // "Le Monde" is no "Ancien Monde": what has an article is called by its first word
        boolean article = reading.isRomance() && reading.is(mention.first, Word.DETERMINER);
        Person found = latest(byLast.get(last(mention)), mention, article);
        return found != null ? found : latest(byFirst.get(first(mention)), mention, true);
    }

    private Person latest(List<Person> persons, Mention mention, boolean personal) {
        Person best = null;
        if (persons != null) {
            for (Person person : persons) {
                if (person.gender.agrees(mention.gender)
                        && (!personal || person.personal || isFamilyNameFirst(person.fullest))
                        && (best == null || weight(person) >= weight(best))) {
                    best = person;
                }
            }
        }
        return best;
    }

    /** "Chou Mei-hua", "Moon Jae-in": Chinese and Korean given names are written with a hyphen and a small letter. */
    private boolean isFamilyNameFirst(Mention name) {
        return name.headLast > name.headFirst + 2
                && reading.isHyphen(name.headLast - 1)
                && reading.text.kind(name.headLast) == Text.Kind.LOWER;
    }

    private static int weight(Person person) {
        return person.mentions;
    }

    private Person longForm(Mention mention) {
        List<Person> persons = byLast.get(last(mention));
        if (persons == null) {
            return null;
        }
        Person open = null;
        for (Person person : persons) {
            if (person.length() == 1) {
                open = person.gender.agrees(mention.gender) ? person : open;
            } else if (sameFirst(person.fullest, mention)) {
                return person;
            }
        }
        return persons.size() == 1 ? open : null;
    }

    private boolean sameFirst(Mention a, Mention b) {
        if (first(a) == first(b)) {
            return true;
        }
        String x = reading.text.token(a.headFirst);
        String y = reading.text.token(b.headFirst);
        boolean initial = x.endsWith(".") || y.endsWith(".");
        return initial && x.charAt(0) == y.charAt(0);
    }

    /** The name proper as it stands; for somebody without a name the whole phrase. */
    String name(Person person) {
        Mention fullest = person.fullest;
        return fullest.isName()
                ? reading.text.slice(fullest.headFirst, fullest.headLast)
                : reading.text.slice(fullest.first, fullest.last);
    }
}
