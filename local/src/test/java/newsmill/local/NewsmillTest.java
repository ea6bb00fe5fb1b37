package newsmill.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees who got something wrong: one line that says what, and an exit code. */
class NewsmillTest {
    @TempDir
    private Path folder;

    private int exit;

    @Test
    void commandThatDoesNotExistBringsOneToMind() {
        assertEquals("newsmill: Unmatched argument at index 0: 'extrct'; did you mean extract?\n", stderr("extrct"));
        assertEquals(Exit.USAGE, exit);
    }

    @Test
    void missingFileIsNamed() {
        assertEquals("newsmill: none.jsonl: no such file\n", stderr("enrich", "none.jsonl"));
        assertEquals(Exit.UNAVAILABLE, exit);
    }

    @Test
    void optionsThatContradictEachOtherAreNamed() {
        assertEquals(
                "newsmill: --manifest names the pages; leave out --url, --explain and PAGE\n",
                stderr("extract", "--manifest", "m.jsonl", "--url", "https://example.org/"));
        assertEquals(Exit.USAGE, exit);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 'extract --url news page.html', '--url news: should be an absolute http or https address'",
        "2, 'extract --threads 0 page.html', '--threads 0: give a number from 1 to 256'",
        "3, 'extract --sites FOLDER/none.yaml page.html', '--sites FOLDER/none.yaml: cannot be read'"
    })
    void optionWithAWrongValueIsNamed(int code, String command, String message) {
        String[] args = command.replace("FOLDER", folder.toString()).split(" ");
        assertEquals("newsmill: " + message.replace("FOLDER", folder.toString()) + "\n", stderr(args));
        assertEquals(code, exit);
    }

    @Test
    void sourcesThatAreWrongAreNamedLineByLine() throws Exception {
        Path file = Files.writeString(
                folder.resolve("sources.yaml"),
                "- {id: a, url: 'ftp://example.org/'}\n- {id: 'b c', url: 'https://example.org/f'}\n");
        String said = stderr("sources", "check", file.toString());
        assertEquals(2, said.lines().count(), said);
        assertTrue(said.lines().allMatch(line -> line.startsWith("newsmill: " + file + ":")), said);
        assertEquals(Exit.USAGE, exit);
    }

    @Test
    void folderWithOtherFilesIsNotEmptiedByADemo() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        String said = stderr("demo", "--data", folder.toString());
        assertTrue(said.contains("not empty, and not left by a demo"), said);
        assertTrue(Files.exists(folder.resolve("thesis.txt")));
        assertEquals(Exit.USAGE, exit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "local",
                "run",
                "extract",
                "enrich",
                "sources",
                "sources check",
                "sources import",
                "sources apply",
                "sources find",
                "sources status",
                "sources preview",
                "topics",
                "topics create",
                "status",
                "trace",
                "rejected",
                "rejected list",
                "rejected redrive"
            })
    void everyCommandExplainsItself(String command) {
        ByteArrayOutputStream help = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(help, true, StandardCharsets.UTF_8));
        try {
            assertEquals(Exit.OK, Newsmill.run((command + " --help").split(" ")));
        } finally {
            System.setOut(before);
        }
        String text = help.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Usage: newsmill " + command), text);
        assertFalse(text.contains("null"), text);
    }

    private String stderr(String... args) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            exit = Newsmill.run(args);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
