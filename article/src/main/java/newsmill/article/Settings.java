package newsmill.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * Settings from the environment. A setting that cannot be read fails with its name and the value it had; any setting
 * {@code X} can also be given as {@code X_FILE}, the path of a file that holds it (for secrets).
 *
 * @param env the environment, {@code System.getenv()} outside of tests
 */
public record Settings(Map<String, String> env) {
    public Settings {
        env = Map.copyOf(env);
    }

    /** The setting, or {@code otherwise} where it is absent or blank. */
    public String text(String name, String otherwise) {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            String file = env.get(name + "_FILE");
            return file == null || file.isBlank() ? otherwise : read(name + "_FILE", file);
        }
        return value.strip();
    }

    /** The setting as a whole number of at least {@code least}. */
    public int number(String name, int otherwise, int least) {
        int value = parse(name, otherwise, Integer::valueOf, "a whole number");
        if (value < least) {
            throw wrong(name, text(name, ""), "a whole number of at least " + least, null);
        }
        return value;
    }

    /** The setting as {@code true} or {@code false}. */
    public boolean flag(String name, boolean otherwise) {
        return parse(
                name,
                otherwise,
                value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(value);
                },
                "true or false");
    }

    /** The setting as a time such as {@code 500ms}, {@code 30s}, {@code 10m}, {@code 6h}, {@code 7d}. */
    public Duration time(String name, Duration otherwise) {
        return parse(name, otherwise, Settings::duration, "a time such as 500ms, 30s, 10m, 6h or 7d");
    }

    /** Reads a time such as {@code 500ms}, {@code 30s}, {@code 10m}, {@code 6h}, {@code 7d}. */
    public static Duration duration(String text) {
        String number = text.replaceFirst("[a-z]+$", "");
        long n = Long.parseLong(number.strip());
        return switch (text.substring(number.length())) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            case "d" -> Duration.ofDays(n);
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** The setting, read by {@code reader}; {@code wanted} says in a message what it should have been. */
    public <T> T parse(String name, T otherwise, Function<String, T> reader, String wanted) {
        String value = text(name, null);
        if (value == null) {
            return otherwise;
        }
        try {
            return reader.apply(value);
        } catch (RuntimeException e) {
            throw wrong(name, value, wanted, e);
        }
    }

    private static IllegalArgumentException wrong(String name, String value, String wanted, Exception cause) {
        return new IllegalArgumentException(name + "=" + value + ": should be " + wanted, cause);
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | RuntimeException e) {
            throw wrong(name, file, "a file that can be read", e);
        }
    }
}
