package newsmill.ingest.frontier;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsmill.article.Rights.OptOut;
import newsmill.ingest.fetch.AiAgents;
import newsmill.ingest.fetch.Robots;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The robots.txt of every host, kept in a store; rules in use are kept parsed. */
final class HostRobots {
    /** RFC 9309, 2.4: no longer than 24 hours, unless it cannot be reached. */
    private static final long FRESH = Duration.ofHours(6).toMillis();

    /** RFC 9309, 2.3.1.4: an old copy may stand in for one that cannot be reached. */
    private static final long STALE = Duration.ofDays(30).toMillis();

    private static final long FIRST_RETRY = Duration.ofMinutes(1).toMillis();
    private static final int PARSED = 2_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final String robotName;
    private final Map<String, Rules> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
            return size() > PARSED;
        }
    };

    /** Rules in force until a time, and the AI robots they keep out. */
    record Rules(Robots robots, long expires, List<OptOut> optOuts) {
        /** True if nothing may be fetched because the file could not be reached: the host has to wait. */
        boolean unreachable() {
            return robots == Robots.CLOSED;
        }
    }

    HostRobots(KeyValueStore<Bytes, byte[]> store, String robotName) {
        this.store = store;
        this.robotName = robotName;
    }

    /** The rules in force, or null if robots.txt has to be fetched first. */
    Rules rules(String host, long now) {
        Rules known = parsed.get(host);
        if (known == null) {
            RobotsCopy copy = StateJson.read(store.get(QueueKeys.host(host)), RobotsCopy.class);
            known = copy == null ? null : remember(host, copy);
        }
        return known == null || known.expires() <= now ? null : known;
    }

    /** Takes what the host answered. */
    Rules arrived(String host, Outcome.RobotsRead answer, long now) {
        RobotsCopy before = StateJson.read(store.get(QueueKeys.host(host)), RobotsCopy.class);
        RobotsCopy copy = copy(before, answer, now);
        store.put(QueueKeys.host(host), StateJson.write(copy));
        return remember(host, copy);
    }

    private static RobotsCopy copy(RobotsCopy before, Outcome.RobotsRead answer, long now) {
        boolean reached = answer.status() >= 200 && answer.status() < 500 && answer.status() != 429;
        if (reached) {
            byte[] body = answer.status() >= 300 ? null : head(answer.body());
            return new RobotsCopy(answer.status(), answer.contentType(), body, now, now + FRESH, 0);
        }
        int misses = before == null ? 1 : before.misses() + 1;
        long asked = answer.pause() == null ? 0 : answer.pause().toMillis();
        long again = now + Math.max(asked, Math.min(FRESH, FIRST_RETRY << Math.min(misses - 1, 10)));
        boolean useful = before != null && before.status() != 0 && before.status() < 500 && now - before.read() < STALE;
        return useful
                ? new RobotsCopy(before.status(), before.contentType(), before.body(), before.read(), again, misses)
                : new RobotsCopy(answer.status(), null, null, now, again, misses);
    }

    private Rules remember(String host, RobotsCopy copy) {
        byte[] body = copy.body() == null ? new byte[0] : copy.body();
        String url = "https://" + host + "/robots.txt";
        Rules rules = new Rules(
                Robots.of(url, copy.status(), copy.contentType(), body, robotName),
                copy.expires(),
                AiAgents.barred(url, body));
        parsed.put(host, rules);
        return rules;
    }

    private static byte[] head(byte[] body) {
        return body.length > Robots.MOST_BYTES ? Arrays.copyOf(body, Robots.MOST_BYTES) : body;
    }
}
