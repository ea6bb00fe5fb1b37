package newsmill.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker with its KRaft controller inside this JVM, on free ports of the loopback address. What it holds
 * stays in its folder: a broker started there again has it. Logs through slf4j, as loud as that is set.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String CLUSTER = "newsmill-local-cluster";
    /** Between choosing a free port and opening it somebody else may take it. */
    private static final int PORT_ATTEMPTS = 5;

    private static final CompletableFuture<String> FAULT = new CompletableFuture<>();

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(FolderLock lock, KafkaRaftServer server, String bootstrapServers) {
        this.lock = lock;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts a broker, on the ports of the last time if they are free; returns when it takes connections. */
    public static EmbeddedBroker start(Path folder) {
        return start(folder, Map.of());
    }

    /**
     * Starts a broker with settings of its own besides.
     *
     * @param folder made if it is not there; only one broker at a time can have it
     * @throws IllegalStateException if another broker has the folder
     */
    public static EmbeddedBroker start(Path folder, Map<String, String> settings) {
        keepThisProcessAlive();
        FolderLock lock = FolderLock.of(folder);
        try {
            return start(lock, folder, settings);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(FolderLock lock, Path folder, Map<String, String> settings) {
        for (int attempt = 1; ; attempt++) {
            Ports ports = Ports.of(folder);
            Map<String, String> all = BrokerSettings.singleNode(folder, ports, settings);
            format(folder, all);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(all, false), Time.SYSTEM);
            try {
                server.startup();
                ports.keep(folder);
                return new EmbeddedBroker(lock, server, "127.0.0.1:" + ports.broker());
            } catch (RuntimeException | Error e) {
                server.shutdown();
                if (!portTaken(e) || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Where clients reach it: host and port. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Completed with the reason if a broker of this process had to give up, as on a full disk. */
    public static CompletableFuture<String> fault() {
        return FAULT.copy();
    }

    /** Stops the broker; clients should be closed before. Calling it again does nothing. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    /** A broker that gives up ends its process; here it must not end ours. */
    private static void keepThisProcessAlive() {
        Exit.setExitProcedure(EmbeddedBroker::giveUp);
        Exit.setHaltProcedure(EmbeddedBroker::giveUp);
    }

    private static void giveUp(int code, String message) {
        String reason = "the embedded broker gave up (" + code + ")" + (message == null ? "" : ": " + message);
        FAULT.complete(reason);
        throw new KafkaException(reason);
    }

    /** What {@code kafka-storage.sh format} does; leaves a folder that is formatted as it is. */
    private static void format(Path folder, Map<String, String> settings) {
        try {
            new Formatter()
                    .setNodeId(Integer.parseInt(settings.get("node.id")))
                    .setClusterId(CLUSTER)
                    .setDirectories(List.of(folder.toString()))
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(folder.toString())
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException(folder + ": cannot keep a broker's data here: " + e.getMessage(), e);
        }
    }

    private static boolean portTaken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.BindException) {
                return true;
            }
        }
        return false;
    }
}
