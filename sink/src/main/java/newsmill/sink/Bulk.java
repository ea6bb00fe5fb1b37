package newsmill.sink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import newsmill.article.Json;

/** A bulk request in the making: what is to be done, in order. The articles' bytes go in as they came. */
final class Bulk {
    private final List<Action> actions = new ArrayList<>();
    private int bytes;
    private boolean requiresAlias;

    /**
     * One thing to be done.
     *
     * @param line the request's line that says what
     * @param source the document, or null
     * @param delivery whose doing it is
     */
    record Action(byte[] line, byte[] source, Delivery delivery) {
        int bytes() {
            return line.length + 1 + (source == null ? 0 : source.length + 1);
        }
    }

    Bulk() {}

    private Bulk(List<Action> actions) {
        actions.forEach(this::add);
    }

    void index(String alias, long version, Delivery delivery) {
        requiresAlias = true;
        add(new Action(
                line("index", alias, delivery.id(), version, ",\"require_alias\":true"), delivery.line(), delivery));
    }

    void delete(String alias, long version, Delivery delivery) {
        add(new Action(line("delete", alias, delivery.id(), version, ""), null, delivery));
    }

    void register(String register, long version, Delivery delivery) {
        String source = "{\"id\":" + quoted(delivery.id()) + ",\"version\":" + version + "}";
        add(new Action(
                line("index", register, delivery.id(), version, ""),
                source.getBytes(StandardCharsets.UTF_8),
                delivery));
    }

    int bytes() {
        return bytes;
    }

    /** True if the server refuses all of it where the alias is gone. */
    boolean requiresAlias() {
        return requiresAlias;
    }

    List<Action> actions() {
        return actions;
    }

    /** A request of these actions alone. */
    static Bulk of(List<Action> actions) {
        return new Bulk(actions);
    }

    /** The request's body. */
    byte[] body() {
        ByteBuffer body = ByteBuffer.allocate(bytes);
        for (Action action : actions) {
            body.put(action.line()).put((byte) '\n');
            if (action.source() != null) {
                body.put(action.source()).put((byte) '\n');
            }
        }
        return body.array();
    }

    private void add(Action action) {
        actions.add(action);
        bytes += action.bytes();
    }

    private static byte[] line(String verb, String index, String id, long version, String more) {
        return ("{\"" + verb + "\":{\"_index\":\"" + index + "\",\"_id\":" + quoted(id) + ",\"version\":" + version
                        + ",\"version_type\":\"external_gte\"" + more + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String id) {
        return new String(Json.write(id), StandardCharsets.UTF_8);
    }
}
