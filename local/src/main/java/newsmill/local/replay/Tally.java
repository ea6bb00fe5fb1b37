package newsmill.local.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of the entries. Not thread-safe. */
final class Tally {
    private long read;
    private long sent;
    private long rejected;
    private final Map<String, Long> others = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
    private final boolean byDay;

    /**
     * How many entries there were.
     *
     * @param read in all
     * @param sent on, as articles
     * @param leftOut articles that were not asked for, by reason
     * @param others entries that are no articles, by kind
     * @param rejected that could not be used
     */
    record Counts(long read, long sent, Map<String, Long> leftOut, Map<String, Long> others, long rejected) {
        Counts {
            leftOut = leftOut == null ? Map.of() : new TreeMap<>(leftOut);
            others = others == null ? Map.of() : new TreeMap<>(others);
        }
    }

    /**
     * A tally that goes on from another.
     *
     * @param byDay whether it counts days and sources too
     */
    Tally(Counts before, boolean byDay) {
        this.byDay = byDay;
        if (before != null) {
            read = before.read();
            sent = before.sent();
            rejected = before.rejected();
            others.putAll(before.others());
            reasons.putAll(before.leftOut());
        }
    }

    void add(Edited edited) {
        read++;
        switch (edited.verdict()) {
            case SENT -> {
                sent++;
                if (byDay) {
                    days.computeIfAbsent(day(edited.time()), day -> new TreeMap<>())
                            .merge(edited.source(), 1L, Long::sum);
                }
            }
            case LEFT_OUT -> reasons.merge(edited.word(), 1L, Long::sum);
            case OTHER -> others.merge(edited.word(), 1L, Long::sum);
            case REJECTED -> rejected++;
        }
    }

    Counts counts() {
        return new Counts(read, sent, reasons, others, rejected);
    }

    /** Articles to be sent by day (UTC; {@link LocalDate#MIN}: without a date) and source. */
    Map<LocalDate, Map<String, Long>> days() {
        return days;
    }

    private static LocalDate day(Instant time) {
        return time == null ? LocalDate.MIN : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
