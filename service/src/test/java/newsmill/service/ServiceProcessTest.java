package newsmill.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServiceProcessTest {
    private static final PrintStream STDERR = System.err;

    private int exit;

    private String complaint(Map<String, String> env, Function<Settings, Service> make) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            exit = ServiceProcess.run("idle", new Settings(env), make);
        } finally {
            System.setErr(STDERR);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void failureAtStartIsOneLineAndExitCodeOne() {
        String said = complaint(Map.of(), any -> new IdleService(new IllegalStateException("no\n  broker")));
        assertEquals("newsmill idle: no; broker\n", said);
        assertEquals(1, exit);
    }

    @Test
    void wrongSettingIsOneLineAndExitCodeOne() {
        String said = complaint(Map.of("NEWSMILL_STATUS_PORT", "eighty"), any -> new IdleService(null));
        assertEquals("newsmill idle: NEWSMILL_STATUS_PORT=eighty: should be a whole number\n", said);
        assertEquals(1, exit);
    }

    @Test
    void failureWhileRunningIsOneLineAndExitCodeOne() {
        IdleService service = new IdleService(null);
        service.fail(new IllegalStateException("disk full"));
        assertEquals("newsmill idle: disk full\n", complaint(Map.of(), any -> service));
        assertEquals(1, exit);
    }

    @Test
    void serviceThatWasClosedEndsWithExitCodeZero() {
        IdleService service = new IdleService(null);
        service.close();
        assertEquals("", complaint(Map.of(), any -> service));
        assertEquals(0, exit);
    }

    @Test
    void missingBrokerIsSaidWithinTenSeconds() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Map<String, String> env = Map.of("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + nobody);
        long start = System.nanoTime();
        String said = complaint(env, settings -> {
            RequiredTopics.check(KafkaSettings.from(settings), List.of("newsmill.raw.v1"));
            return new IdleService(null);
        });
        assertEquals(
                "newsmill idle: no Kafka broker at 127.0.0.1:" + nobody
                        + " (Connection refused); start one, or set NEWSMILL_KAFKA_BOOTSTRAP_SERVERS to where it is\n",
                said);
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
    }

    @Test
    void addressWithoutAPortIsAWrongSetting() {
        String said = complaint(Map.of("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", "kafka"), settings -> {
            RequiredTopics.check(KafkaSettings.from(settings), List.of("newsmill.raw.v1"));
            return new IdleService(null);
        });
        assertEquals(
                "newsmill idle: NEWSMILL_KAFKA_BOOTSTRAP_SERVERS=kafka: should be host:port, or several with commas between\n",
                said);
    }
}
