package newsmill.enrich.quotes;

import newsmill.enrich.text.PersonNames.Gender;

/** Somebody, or a body, that the article names: what its mentions tell, gathered in order. */
final class Person {
    /** The fullest name so far. */
    Mention fullest;

    Gender gender;
    /** True if something shows that it is a person. */
    boolean personal;

    int mentions;
    /** Sentence and order of the last mention so far. */
    Mention latest;

    Person(Mention mention) {
        fullest = mention;
        gender = mention.gender;
    }

    int length() {
        return fullest.headLast - fullest.headFirst + 1;
    }
}
