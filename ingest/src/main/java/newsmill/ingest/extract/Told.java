package newsmill.ingest.extract;

import java.util.function.Supplier;

/** What a page tells, and where it does. */
record Told<T>(T value, String evidence) {
    /** The value, or null where nothing was told. */
    static <T> T value(Told<T> told) {
        return told == null ? null : told.value();
    }

    /** Where it was told, or null. */
    static String evidence(Told<?> told) {
        return told == null ? null : told.evidence();
    }

    /** The first that tells something, or null. */
    @SafeVarargs
    static <T> Told<T> first(Supplier<Told<T>>... readers) {
        for (Supplier<Told<T>> reader : readers) {
            Told<T> told = reader.get();
            if (told != null) {
                return told;
            }
        }
        return null;
    }
}
