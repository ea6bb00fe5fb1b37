package newsmill.enrich.quotes;

import newsmill.enrich.text.PersonNames.Gender;

/** A noun phrase that may stand for a speaker. */
final class Mention {
    enum Kind {
        NAME,
        NOMINAL,
        PRONOUN
    }

    final Kind kind;
    /** The whole phrase, with article, role and title. */
    final int first;

    final int last;
    /** The name itself, or the noun, or the pronoun. */
    final int headFirst;

    final int headLast;
    /** The noun for a person, or the title, before the name or as the head; -1 if there is none. */
    final int role;

    final Gender gender;
    final boolean plural;
    final boolean possessive;
    /** Whom it stands for; null until that is known. */
    Person person;

    Mention(
            Kind kind,
            int first,
            int last,
            int headFirst,
            int headLast,
            int role,
            Gender gender,
            boolean plural,
            boolean possessive) {
        this.kind = kind;
        this.first = first;
        this.last = last;
        this.headFirst = headFirst;
        this.headLast = headLast;
        this.role = role;
        this.gender = gender;
        this.plural = plural;
        this.possessive = possessive;
    }

    /** The whole of "the firm's head, Ann Lee": this noun with the name behind it. */
    Mention named(Mention name) {
        Mention whole = new Mention(
                Kind.NAME, first, name.last, name.headFirst, name.headLast, role, name.gender, false, name.possessive);
        whole.person = name.person;
        return whole;
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isPronoun() {
        return kind == Kind.PRONOUN;
    }
}
