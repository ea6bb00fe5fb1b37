package newsmill.local.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * When an article may be sent: so many a second, or as far apart as they were published, times a speed. What is older than
 * an article that was sent before it does not wait.
 */
final class Pace {
    private final double rate;
    private final double speed;
    private long first;
    private long sent;
    private Instant origin;

    /**
     * A pace.
     *
     * @param rate articles a second; 0: as fast as it goes
     * @param speed how many times faster than life; 0: life does not matter
     */
    Pace(double rate, double speed) {
        this.rate = rate;
        this.speed = speed;
    }

    /** How many nanoseconds from {@code now} the article has to wait; it then counts as sent. */
    long wait(Instant time, long now) {
        if (rate == 0 && speed == 0) {
            return 0;
        }
        if (sent == 0) {
            first = now;
        }
        long wait = rate == 0 ? 0 : first + (long) (sent * 1e9 / rate) - now;
        if (speed != 0 && time != null) {
            origin = origin == null ? time : origin;
            double apart = Duration.between(origin, time).toMillis() / speed;
            wait = Math.max(wait, first + (long) (apart * 1e6) - now);
        }
        sent++;
        return Math.max(0, wait);
    }
}
