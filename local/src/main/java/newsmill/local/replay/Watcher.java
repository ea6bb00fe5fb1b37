package newsmill.local.replay;

/** Who is told how a replay goes. */
interface Watcher {
    /** How far it is. */
    void at(Archive archive, Tally.Counts counts);

    /** An entry that cannot be used, or something else to be said, in one line. */
    void say(String message);
}
