package newsmill.service;

import java.util.function.Function;
import newsmill.article.Settings;

/** A process that is one service: runs it until SIGTERM, or until it fails. */
public final class ServiceProcess {
    private ServiceProcess() {}

    /** Runs the service with this process's environment and ends the process: 0 after SIGTERM, 1 after a failure. */
    public static void main(String name, Function<Settings, Service> service) {
        System.exit(run(name, new Settings(System.getenv()), service));
    }

    /** Runs the service; returns the exit code. A failure is one line on stderr. */
    static int run(String name, Settings settings, Function<Settings, Service> make) {
        try (Service service = make.apply(settings);
                StatusServer status = StatusServer.start(settings, service)) {
            Thread end = new Thread(service::close, name + "-end");
            Runtime.getRuntime().addShutdownHook(end);
            service.start();
            Throwable failure = service.await();
            if (failure != null) {
                complain(name, failure);
                return 1;
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException e) {
            complain(name, e);
            return 1;
        }
    }

    private static void complain(String name, Throwable failure) {
        System.err.println("newsmill " + name + ": " + line(failure));
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
