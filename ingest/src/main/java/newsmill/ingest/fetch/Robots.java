package newsmill.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a host's robots.txt lets us do, by RFC 9309. Thread-safe once made. */
public final class Robots {
    /** RFC 9309, 2.5: at least 500 kibibytes must be read. */
    public static final int MOST_BYTES = 500 * 1024;

    /** A file may ask for a day between requests; nobody means more than this. */
    private static final long LONGEST_DELAY = Duration.ofMinutes(10).toMillis();

    /** Everything is allowed. */
    public static final Robots OPEN = new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));

    /** Nothing is allowed. */
    public static final Robots CLOSED = new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE));

    private final BaseRobotRules rules;

    private Robots(BaseRobotRules rules) {
        this.rules = rules;
    }

    /**
     * What an answer means: 2xx is read, 4xx and redirects that lead nowhere allow all (2.3.1.2, 2.3.1.3), a server error
     * or no answer allows nothing (2.3.1.4).
     *
     * @param status 0 where there was no answer
     * @param robotName our product token, in lower case
     */
    public static Robots of(String url, int status, String contentType, byte[] body, String robotName) {
        if (status >= 200 && status < 300) {
            byte[] head = body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body;
            SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY, 0);
            return new Robots(parser.parseContent(url, RobotsText.utf8(head), contentType, List.of(robotName)));
        }
        return status >= 300 && status < 500 && status != 429 ? OPEN : CLOSED;
    }

    /** Whether this address may be fetched. */
    public boolean allows(String url) {
        return rules.isAllowed(url);
    }

    /** The Crawl-delay that is asked for, or zero. */
    public Duration delay() {
        long ms = rules.getCrawlDelay();
        return ms <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(ms, LONGEST_DELAY));
    }

    /** The sitemaps that are named. */
    public List<String> sitemaps() {
        return rules.getSitemaps();
    }
}
