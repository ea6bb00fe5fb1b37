package newsmill.enrich.countries;

/**
 * A name that a user adds.
 *
 * @param name as it stands in texts
 * @param country ISO 3166-1 alpha-2, or {@code XK}
 * @param kind what it is
 * @param where the file and line it stands in, for messages
 */
record UserName(String name, String country, Kind kind, String where) {}
