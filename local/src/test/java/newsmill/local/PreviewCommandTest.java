package newsmill.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsmill.article.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {
    @TempDir
    private Path folder;

    private int exit;
    private String out;
    private String err;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String feed(String title) {
        return "<rss><channel><item><title>" + title + "</title></item></channel></rss>";
    }

    /** In a process of its own: the command writes to the bare standard output. */
    private void preview(String stdin, String... files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Newsmill.class.getName(),
                "sources",
                "preview"));
        command.addAll(List.of(files));
        Path said = folder.resolve("err");
        Path printed = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectInput(Files.writeString(folder.resolve("in"), stdin).toFile())
                .redirectOutput(printed.toFile())
                .redirectError(said.toFile())
                .start();
        exit = process.waitFor();
        out = Files.readString(printed);
        err = Files.readString(said);
    }

    private List<String> printed() {
        return out.lines()
                .map(line -> {
                    try {
                        var item = Json.MAPPER.readTree(line);
                        return item.get("file").asText() + " "
                                + item.get("title").asText();
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestFollowsInOrder() throws Exception {
        String one = file("one.xml", feed("One"));
        String bad = file("bad.xml", "%PDF-1.7");
        String none = folder.resolve("none.xml").toString();
        String two = file("two.xml", feed("Two"));
        preview("", one, bad, none, two, one);
        assertEquals(List.of(one + " One", two + " Two", one + " One"), printed());
        assertEquals(
                "newsmill: " + bad + ": neither a feed nor a sitemap: begins with '%PDF-1.7'\n" + "newsmill: " + none
                        + ": no such file\n",
                err);
        assertEquals(Exit.BAD_RECORDS, exit);
    }

    @Test
    void aDashOrNothingAtAllIsStandardInput() throws Exception {
        preview(feed("One"), "-");
        assertEquals(List.of("- One"), printed());
        preview(feed("Two"));
        assertEquals(List.of("- Two"), printed());
        assertEquals(Exit.OK, exit);
    }

    @Test
    void aPageTellsTheFeedsItAnnounces() throws Exception {
        String page = file(
                "page.html",
                "<html><link rel=alternate type=application/atom+xml href='https://gull.example/feed'><p>Welcome</html>");
        preview("", page);
        assertEquals("newsmill: " + page + ": announces https://gull.example/feed\n", err);
        assertEquals(Exit.OK, exit);
    }
}
