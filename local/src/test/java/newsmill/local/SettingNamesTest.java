package newsmill.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
    private static final Pattern READ = Pattern.compile("\"(NEWSMILL_[A-Z_]*[A-Z])\"");

    @Test
    void misspeltSettingBringsTheRightOneToMind() {
        assertEquals(
                List.of("NEWSMILL_INGEST_HOSTGAP: there is no such setting; did you mean NEWSMILL_INGEST_HOST_GAP?"),
                SettingNames.complaints(List.of("NEWSMILL_INGEST_HOSTGAP", "NEWSMILL_SINK", "PATH")));
    }

    @Test
    void misspeltNameOfAFileForASecretIsNoticedToo() {
        assertEquals(
                List.of("NEWSMILL_SINK_SEARCH_PASSWRD_FILE: there is no such setting;"
                        + " did you mean NEWSMILL_SINK_SEARCH_PASSWORD?"),
                SettingNames.complaints(
                        List.of("NEWSMILL_SINK_SEARCH_PASSWRD_FILE", "NEWSMILL_SINK_SEARCH_API_KEY_FILE")));
    }

    @Test
    void settingLikeNoOtherIsNamedAndNothingIsGuessed() {
        assertEquals(
                List.of("NEWSMILL_FROBNICATE: there is no such setting"),
                SettingNames.complaints(List.of("NEWSMILL_FROBNICATE")));
    }

    @Test
    void propertiesOfKafkasClientsMayHaveAnyName() {
        assertEquals(List.of(), SettingNames.complaints(List.of("NEWSMILL_KAFKA_SASL_MECHANISM")));
    }

    /** Holds for settings that come later: the list has all that any module reads, and none that nothing reads. */
    @Test
    void listHasWhatTheSourcesReadAndNothingElse() throws IOException {
        Set<String> read = new TreeSet<>(Set.of("NEWSMILL_HOME", "NEWSMILL_JAVA_OPTS", "NEWSMILL_LOG"));
        read.addAll(Set.of("NEWSMILL_MEMORY", "NEWSMILL_VERSION"));
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main"))
                    .toList()) {
                READ.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !name.startsWith("NEWSMILL_KAFKA_"))
                        .forEach(read::add);
            }
        }
        assertEquals(read, new TreeSet<>(SettingNames.all()));
    }
}
