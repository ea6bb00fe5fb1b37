package newsmill.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One that is measured: a JVM of its own, with the options of the launcher. */
final class Contender implements AutoCloseable {
    private static final int MEGABYTES = 512;

    private final Process process;
    private final Path output;

    private Contender(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Contender start(String classPath, String main, Map<String, String> env, String... arguments) {
        return start(MEGABYTES, classPath, main, env, arguments);
    }

    /** One with a heap of another size. */
    static Contender start(int megabytes, String classPath, String main, Map<String, String> env, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("newsmill-bench", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(output.toFile()));
            builder.environment().putAll(env);
            return new Contender(builder.start(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path of this JVM, which may be of patterns such as {@code lib/*}. */
    static String ownClassPath() {
        return System.getProperty("java.class.path")
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    /** What it has used of the processors so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void assertAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("it has ended:\n" + Files.readString(output, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(output);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
