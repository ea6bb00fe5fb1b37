package newsmill.local;

/** How loud the log is; to be called before the first thing is logged. */
final class Logs {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.";

    private Logs() {}

    /** For a broker and its clients in one process: at each start and stop they report much that nobody can act on. */
    static void ofOneProcess() {
        System.setProperty(LEVEL + "kafka", "error");
        System.setProperty(LEVEL + "org.apache.kafka", "error");
        System.setProperty(LEVEL + "state.change.logger", "error");
        // Logged as an error by the broker, and put right at once by the client that it answers.
        System.setProperty(LEVEL + "kafka.server.ReplicaManager", "off");
        // The HTTP client's reactor stumbles over its own closing; what fails on a request, the request says.
        System.setProperty(LEVEL + "org.apache.hc", "off");
        if (System.getProperty(LEVEL + "newsmill") == null) {
            System.setProperty(LEVEL + "newsmill", "warn");
        }
    }
}
