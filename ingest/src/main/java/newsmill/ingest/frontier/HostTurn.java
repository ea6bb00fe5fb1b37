package newsmill.ingest.frontier;

import java.nio.ByteBuffer;

/**
 * Where a host stands, in ms.
 *
 * @param allowed when the next request may be sent
 * @param ready the time of its entry in the ready store, or -1
 * @param lowest no entry of its queue is due earlier: where a scan begins
 */
record HostTurn(long allowed, long ready, long lowest) {
    static final HostTurn NEW = new HostTurn(0, -1, Long.MAX_VALUE);

    static HostTurn of(byte[] bytes) {
        if (bytes == null) {
            return NEW;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new HostTurn(buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(24)
                .putLong(allowed)
                .putLong(ready)
                .putLong(lowest)
                .array();
    }
}
