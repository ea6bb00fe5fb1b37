package newsmill.ingest.frontier;

import java.time.Duration;

/**
 * What a frontier needs to know.
 *
 * @param sourcesTopic the topic whose records are sources; those of any other are links
 * @param schedule when to visit what
 * @param robotName what robots.txt calls us
 * @param partitions how many partitions the hosts are spread over
 * @param inFlight the most requests a partition has in flight; few, so that a close is short
 * @param tick how often it looks
 * @param closeWait how long a close waits for requests in flight
 * @param maxRedirects how many redirects are followed on the way to one answer
 * @param maxRecordBytes the largest record that the topics take
 */
public record FrontierSettings(
        String sourcesTopic,
        ScheduleSettings schedule,
        String robotName,
        int partitions,
        int inFlight,
        Duration tick,
        Duration closeWait,
        int maxRedirects,
        int maxRecordBytes) {}
