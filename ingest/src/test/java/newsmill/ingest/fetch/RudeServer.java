package newsmill.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A server that sends whatever bytes it likes: each connection gets one answer. */
final class RudeServer implements AutoCloseable {
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Thread> threads = new ArrayList<>();

    RudeServer(Answer answer) throws IOException {
        start(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                start(() -> {
                    try (socket) {
                        InputStream in = socket.getInputStream();
                        in.read(new byte[8192]);
                        answer.write(socket.getOutputStream());
                    }
                });
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // The client has gone, or the test is over.
            }
        });
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x");
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.forEach(Thread::interrupt);
    }
}
