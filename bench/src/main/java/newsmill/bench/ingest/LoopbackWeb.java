package newsmill.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A web server on one port of every address in 127.0.0.0/8: as many hosts as one likes, on one thread, so that it takes as
 * little as can be of the cores that are being measured. Connections stay open; others than this machine's are closed.
 */
final class LoopbackWeb implements AutoCloseable {
    private static final int LONGEST_REQUEST = 8 * 1024;

    private final Site site;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final int port;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_REQUEST);

    /** What the hosts answer. */
    interface Site {
        /** A response, head and all. @param etag what the request's {@code If-None-Match} says, or null */
        ByteBuffer[] answer(String host, String path, String etag);
    }

    private static final class Connection {
        final StringBuilder request = new StringBuilder();
        ByteBuffer[] response;
    }

    LoopbackWeb(Site site) throws IOException {
        this.site = site;
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(0), 4096);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        port = server.socket().getLocalPort();
        Thread thread = new Thread(this::serve, "bench-web");
        thread.setDaemon(true);
        thread.start();
    }

    /** The base address of a host. @param number up to four million */
    String host(int number) {
        return "http://127." + (1 + (number >> 16)) + "." + (number >> 8 & 255) + "." + (number & 255) + ":" + port;
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready);
            }
        } catch (ClosedSelectorException e) {
            // Closed while it waited.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (key.isReadable()) {
                read(key);
            } else if (key.isWritable()) {
                write(key);
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private void accept() throws IOException {
        for (SocketChannel client; (client = server.accept()) != null; ) {
            if (!((InetSocketAddress) client.getRemoteAddress()).getAddress().isLoopbackAddress()) {
                client.close();
                continue;
            }
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ, new Connection());
        }
    }

    private void read(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        in.clear();
        int n = ((SocketChannel) key.channel()).read(in);
        if (n < 0 || connection.request.length() > LONGEST_REQUEST) {
            close(key);
            return;
        }
        connection.request.append(StandardCharsets.ISO_8859_1.decode(in.flip()));
        int end = connection.request.indexOf("\r\n\r\n");
        if (end >= 0) {
            String head = connection.request.substring(0, end + 2);
            connection.request.delete(0, end + 4);
            String host = header(head, "host");
            String path = head.substring(head.indexOf(' ') + 1, head.indexOf(' ', head.indexOf(' ') + 1));
            connection.response = site.answer(host, path, header(head, "if-none-match"));
            write(key);
        }
    }

    private static String header(String head, String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        return at < 0
                ? null
                : head.substring(at + name.length() + 3, head.indexOf("\r\n", at + 2))
                        .strip();
    }

    private void write(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        ByteBuffer[] response = connection.response;
        ((SocketChannel) key.channel()).write(response);
        key.interestOps(response[response.length - 1].hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        selector.close();
    }
}
