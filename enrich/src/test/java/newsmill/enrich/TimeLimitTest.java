package newsmill.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TimeLimitTest {
    private final List<ExecutorService> left = new ArrayList<>();
    private final TimeLimit limit = new TimeLimit(Duration.ofMillis(100), left::add);

    @AfterEach
    void close() {
        limit.close();
    }

    @Test
    void givesWhatTheWorkGives() throws Exception {
        assertEquals(42, limit.call(() -> 42));
        assertTrue(left.isEmpty());
    }

    @Test
    void stackOverflowIsTheCauseOfWhatItThrows() {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> limit.call(() -> deeper(1)));
        assertInstanceOf(StackOverflowError.class, thrown.getCause());
    }

    @Test
    void workThatDoesNotListenIsLeftBehindAndTheNextIsDone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        assertThrows(
                TimeoutException.class,
                () -> limit.call(() -> {
                    while (end.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return null;
                }));
        assertEquals("next", limit.call(() -> "next"));
        assertEquals(1, left.size());
        end.countDown();
        assertTrue(left.get(0).awaitTermination(10, TimeUnit.SECONDS));
    }

    private static int deeper(int n) {
        return deeper(n + 1) + 1;
    }
}
