package newsmill.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who has written a partition, and from which offset on: kept in Kafka beside the group's offset. A writer that died between
 * making its files durable and committing learns from it whether its commit came through, even if others have carried on
 * since: its successor began at the offset that was committed then.
 *
 * @param spells oldest first
 * @param whole false if older spells were left out
 */
record Lineage(List<Spell> spells, boolean whole) {
    /** Kafka keeps 4,096 bytes beside an offset; a spell is shorter than 40. */
    private static final int MAX_SPELLS = 100;

    record Spell(String writer, long start) {}

    /** Reads {@code writer@start} pairs; anything else that stands there, as operators' tools leave it, is no lineage. */
    static Lineage of(String words) {
        List<Spell> spells = new ArrayList<>();
        boolean whole = words == null || !words.startsWith("... ");
        for (String pair :
                words == null ? new String[0] : words.replace("... ", "").split(" ")) {
            int sign = pair.indexOf('@');
            if (sign > 0 && pair.substring(sign + 1).matches("\\d{1,18}")) {
                spells.add(new Spell(pair.substring(0, sign), Long.parseLong(pair.substring(sign + 1))));
            }
        }
        return new Lineage(List.copyOf(spells), whole);
    }

    /** This lineage, with a writer that takes over; one that has been the last already carries on. */
    Lineage with(String writer, long start) {
        if (!spells.isEmpty() && spells.get(spells.size() - 1).writer().equals(writer)) {
            return this;
        }
        List<Spell> longer = new ArrayList<>(spells);
        longer.add(new Spell(writer, start));
        int left = Math.max(0, longer.size() - MAX_SPELLS);
        return new Lineage(List.copyOf(longer.subList(left, longer.size())), whole && left == 0);
    }

    /** True if {@code writer}'s commit of {@code offset} came through, where the group has now come to {@code committed}. */
    boolean holds(String writer, long offset, long committed) {
        int own = -1;
        for (int i = 0; i < spells.size(); i++) {
            own = spells.get(i).writer().equals(writer) ? i : own;
        }
        if (own < 0) {
            return spells.isEmpty() || !whole ? committed >= offset : false;
        }
        return own == spells.size() - 1
                ? committed >= offset
                : spells.get(own + 1).start() >= offset;
    }

    String words() {
        return (whole ? "" : "... ")
                + spells.stream()
                        .map(spell -> spell.writer() + "@" + spell.start())
                        .collect(Collectors.joining(" "));
    }
}
