package newsmill.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** A name for one copy of a service that it keeps over restarts: Kafka's {@code group.instance.id}. */
public final class InstanceName {
    private InstanceName() {}

    /** Made of the host's name and the state directory: two copies on one host cannot share that. */
    public static String of(Path stateDir) {
        String path = stateDir.toAbsolutePath().normalize().toString();
        return host().replaceAll("[^A-Za-z0-9.-]", "-") + "-" + Integer.toHexString(path.hashCode());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
