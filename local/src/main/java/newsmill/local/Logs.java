package newsmill.local;

/** How loud the log is; to be called before the first thing is logged. */
final class Logs {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.";

    private Logs() {}

    /** For a broker and its clients in one process: at each start and stop they report much that nobody can act on. */
    static void quietKafka() {
        System.setProperty(LEVEL + "kafka", "error");
        System.setProperty(LEVEL + "org.apache.kafka", "error");
        System.setProperty(LEVEL + "state.change.logger", "error");
        if (System.getProperty(LEVEL + "newsmill") == null) {
            System.setProperty(LEVEL + "newsmill", "warn");
        }
    }
}
