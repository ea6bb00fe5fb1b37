package newsmill.ingest.source;

import java.time.Duration;
import java.util.Locale;

/** How often a feed says it changes: RSS {@code ttl} in minutes, or the syndication module's period and frequency. */
final class FeedHints {
    private FeedHints() {}

    static Hints of(Fields channel) {
        double minutes = number(channel.text("ttl"), 0);
        String period = channel.text("sy:updateperiod");
        if (period != null) {
            double frequency = Math.max(1, number(channel.text("sy:updatefrequency"), 1));
            minutes = minutesIn(period.toLowerCase(Locale.ROOT)) / frequency;
        }
        return minutes < 1 || minutes > 60 * 24 * 366
                ? Hints.NONE
                : new Hints(Duration.ofSeconds(Math.round(minutes * 60)));
    }

    private static double minutesIn(String period) {
        return switch (period) {
            case "hourly" -> 60;
            case "daily" -> 60 * 24;
            case "weekly" -> 60 * 24 * 7;
            case "monthly" -> 60 * 24 * 30;
            case "yearly" -> 60 * 24 * 365;
            default -> 0;
        };
    }

    private static double number(String text, double otherwise) {
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
