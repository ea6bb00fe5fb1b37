package newsmill.enrich.countries;

/** What a story says by one name, over all its mentions. For use by one thread. */
final class Voice {
    final Name name;
    /** What it has said for each of its senses. */
    final double[] said;

    int mentions;
    /** The best that stands around a mention of it. */
    double local;
    /** The country it lies in by the region beside it; -1 if none stood there. */
    int located = -1;
    /** Stands as a town does somewhere: City of Paris. */
    boolean municipal;
    /** Stands as a person's name does somewhere. */
    boolean person;

    Voice(Name name) {
        this.name = name;
        this.said = new double[name.senses.length];
    }

    /** What it has said for a country. */
    double said(int country) {
        for (int i = 0; i < said.length; i++) {
            if (name.senses[i].country() == country) {
                return said[i];
            }
        }
        return 0;
    }

    void say(int country, double part) {
        for (int i = 0; i < said.length; i++) {
            if (name.senses[i].country() == country) {
                said[i] += part;
                return;
            }
        }
    }
}
