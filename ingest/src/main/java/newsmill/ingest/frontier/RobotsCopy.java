package newsmill.ingest.frontier;

/**
 * A host's robots.txt as last seen.
 *
 * @param status of the copy; 0 where the host was never reached
 * @param contentType as served, or null
 * @param body as served, or null
 * @param read when the copy was made, in ms
 * @param expires when to ask again, in ms
 * @param misses how often in a row asking again failed
 */
record RobotsCopy(int status, String contentType, byte[] body, long read, long expires, int misses) {}
