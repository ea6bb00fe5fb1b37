package newsmill.enrich.countries;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import newsmill.enrich.text.Text;

/** A name found in the text, and what has been made of it so far. */
final class Hit {
    final Text text;
    final boolean inTitle;
    final int first;
    final int last;
    /** Offsets of the name itself, without small words written together with it. */
    final int start;

    final int end;
    final Name name;
    /** The senses still open. */
    Sense[] senses;
    /** What stands around it speaks for a place, or, below zero, against one. */
    double local;
    /** Stands where a person's name does. */
    boolean person;
    /** Stands as a town does: City of Paris, Paris High School. */
    boolean municipal;
    /** Stands with the region or country it lies in: Paris, Texas. */
    boolean located;
    /** What the story says by this name; null where the name says nothing. */
    Voice voice;
    /** What speaks for the name's being meant: the name itself, the rest of the story, and the words around it. */
    double forName;

    double forStory;
    double forPlace;
    /** The sense taken; null if none is. */
    Sense taken;
    /** Why it was refused, or its senses were narrowed down. */
    String reason = "";

    Hit(Text text, boolean inTitle, int first, int last, int start, int end, Name name, Sense[] senses) {
        this.start = start;
        this.end = end;
        this.text = text;
        this.inTitle = inTitle;
        this.first = first;
        this.last = last;
        this.name = name;
        this.senses = senses;
    }

    void refuse(String why) {
        senses = new Sense[0];
        reason = why;
    }

    boolean isOpen() {
        return senses.length > 0;
    }

    void refusePerson() {
        person = true;
        refuse("a person's name");
    }

    /** True if one of the open senses is of this kind. */
    boolean may(Kind kind) {
        for (Sense sense : senses) {
            if (sense.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** True if it can be nothing but a town or district, whose name tells little. */
    boolean isWeak() {
        return !may(Kind.COUNTRY) && !may(Kind.REGION) && !may(Kind.PEOPLE) && !may(Kind.CITY) && !may(Kind.SEAT);
    }

    /** The open senses without those of a kind. */
    Sense[] without(Kind kind) {
        return may(kind) ? only(s -> s.kind() != kind) : senses;
    }

    /** Those of the open senses that fit. */
    Sense[] only(Predicate<Sense> fits) {
        return Arrays.stream(senses).filter(fits).toArray(Sense[]::new);
    }

    /** The name as it stands in the text. */
    String words() {
        return text.string().substring(start, end);
    }

    /** What was decided and why, for people to read. */
    String explanation(Countries countries) {
        String decision = taken == null
                ? "refused: " + reason
                : "is " + countries.code(taken.country()) + ", "
                        + taken.kind().name().toLowerCase(Locale.ROOT);
        String beside = located ? "; its region stands beside it" : "";
        String weighed = forName == 0
                ? ""
                : String.format(
                        Locale.ROOT, " (name %.1f, story %+.1f, words around %+.1f)", forName, forStory, forPlace);
        return "country: " + words() + (inTitle ? " (title) " : " ") + decision + beside + weighed;
    }
}
