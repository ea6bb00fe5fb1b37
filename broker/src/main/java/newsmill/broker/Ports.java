package newsmill.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The loopback ports of an embedded broker.
 *
 * @param broker for clients
 * @param controller for the broker itself
 */
record Ports(int broker, int controller) {
    private static final String FILE = ".newsmill.ports";

    /** The ports that served this folder the last time if they are free, else two free ones. */
    static Ports of(Path folder) {
        Ports last = last(folder);
        return last != null && free(last.broker) && free(last.controller) ? last : new Ports(anyFree(), anyFree());
    }

    /** Notes the ports for the next time, so that clients find a restarted broker where it was. */
    void keep(Path folder) {
        try {
            Files.writeString(folder.resolve(FILE), broker + " " + controller + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ports last(Path folder) {
        try {
            String[] ports = Files.readString(folder.resolve(FILE)).strip().split(" ");
            return new Ports(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }
}
