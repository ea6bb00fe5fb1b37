package newsmill.enrich.countries;

/**
 * One thing a name may stand for.
 *
 * @param country index in {@link Countries}; -1 for none
 * @param kind what the name is
 * @param weight for towns, ten times the decimal logarithm of the population
 * @param language index in {@link NameLanguage} of the only language in which it is a name; {@link NameLanguage#ANY}
 */
record Sense(short country, Kind kind, byte weight, byte language) {
    /** How likely it is meant, before anything is known of where it stands: the logarithm of a town's size, or so. */
    double prior() {
        return kind == Kind.TOWN ? weight / 10.0 : kind.prior();
    }

    /** How likely it is this one that is meant, of several of the name. */
    double fame() {
        return kind == Kind.TOWN
                ? weight / 10.0
                : kind == Kind.CITY ? Math.max(kind.fame(), weight / 10.0) + 1 : kind.fame();
    }
}
