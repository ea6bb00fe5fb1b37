package newsmill.bench.ingest;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import java.util.Arrays;

/** Requests by how late they were. @param bounds in s, the last without end @param counts of each bucket */
record Lateness(double[] bounds, long[] counts) {
    static final Lateness NONE = new Lateness(new double[0], new long[0]);

    static Lateness of(ClassicHistogramBuckets buckets) {
        double[] bounds = new double[buckets.size()];
        long[] counts = new long[buckets.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = buckets.getUpperBound(i);
            counts[i] = buckets.getCount(i);
        }
        return new Lateness(bounds, counts);
    }

    /** Those since an earlier look. */
    Lateness since(Lateness before) {
        long[] more = counts.clone();
        for (int i = 0; i < before.counts.length; i++) {
            more[i] -= before.counts[i];
        }
        return new Lateness(bounds, more);
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    /** A bound that this share of the requests kept, in s. */
    double within(double share) {
        long wanted = (long) Math.ceil(total() * share);
        for (int i = 0; i < counts.length; i++) {
            wanted -= counts[i];
            if (wanted <= 0) {
                return bounds[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
