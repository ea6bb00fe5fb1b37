package newsmill.ingest.frontier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** Keys that sort as the frontier needs them: by host and time, and by time and host. */
final class QueueKeys {
    private static final byte[] LAST = {-1, -1, -1, -1, -1, -1, -1, -1, -1};

    private QueueKeys() {}

    static Bytes host(String host) {
        return Bytes.wrap(bytes(host));
    }

    /** {@code host 0 time id}: a host's name holds no 0. */
    static Bytes queue(Due due) {
        return queue(due.host(), due.time(), bytes(due.id()));
    }

    static Bytes queueFrom(String host, long time) {
        return queue(host, time, new byte[0]);
    }

    static Bytes queueEnd(String host) {
        return queue(host, Long.MAX_VALUE, LAST);
    }

    static Due queued(String host, Bytes key) {
        int at = bytes(host).length + 1;
        byte[] all = key.get();
        return new Due(
                host,
                ByteBuffer.wrap(all).getLong(at),
                new String(all, at + Long.BYTES, all.length - at - Long.BYTES, StandardCharsets.UTF_8));
    }

    /** {@code time host}. */
    static Bytes ready(long time, String host) {
        byte[] name = bytes(host);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(time)
                .put(name)
                .array());
    }

    static long readyTime(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong();
    }

    static String readyHost(Bytes key) {
        return new String(Arrays.copyOfRange(key.get(), Long.BYTES, key.get().length), StandardCharsets.UTF_8);
    }

    private static Bytes queue(String host, long time, byte[] tail) {
        byte[] name = bytes(host);
        return Bytes.wrap(ByteBuffer.allocate(name.length + 1 + Long.BYTES + tail.length)
                .put(name)
                .put((byte) 0)
                .putLong(time)
                .put(tail)
                .array());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
