package newsmill.local.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageBytesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNoPageIsNamed() {
        assertEquals(folder + ": a folder; give the files in it", message(folder));
        Path none = folder.resolve("none.html");
        assertEquals(none + ": no such file", message(none));
    }

    private static String message(Path file) {
        return assertThrows(IOException.class, () -> PageBytes.in(file)).getMessage();
    }
}
