package newsmill.enrich.countries;

/** What a name is, and so how much it says by itself. */
enum Kind {
    /** A country's own name, in any usual form. */
    COUNTRY(6.0, 8.0),
    /** An adjective, or the name of a people. */
    PEOPLE(6.0, 8.0),
    /** A seat of power that stands for a government. */
    SEAT(6.0, 8.0),
    /** A region, state or province. */
    REGION(5.6, 7.5),
    /** A first-level region out of the great list, where it says no more than a town does. */
    PROVINCE(5.4, 4.8),
    /** A part of a region: a county, a district. */
    DISTRICT(4.6, 4.5),
    /** A city that a reader of world news knows. */
    CITY(6.0, 5.0),
    /** Any other town; its size says how likely it is meant. */
    TOWN(0, 0),
    /** A state's abbreviation, which counts behind a town and a comma only. */
    ABBREVIATION(5.6, 6.0),
    /** Speaks for a country where others are in doubt, and is no mention of it. */
    CUE(0, 0),
    /** A phrase that holds a place's name and means no place. */
    NOTHING(0, 0);

    private final double prior;
    private final double fame;

    Kind(double prior, double fame) {
        this.prior = prior;
        this.fame = fame;
    }

    /** How likely a name of this kind is meant, before anything is known of where it stands. */
    double prior() {
        return prior;
    }

    /** How likely it is this one that is meant, of several places of the name. */
    double fame() {
        return fame;
    }

    /** True if the name says by itself which country is meant, unless another has the same name. */
    boolean isStrong() {
        return prior >= 5.5 && this != ABBREVIATION;
    }
}
