package newsmill.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a person watches: lines on stdout, below them a line that says how far things are. On a terminal that line stays
 * at the bottom and there is colour (unless {@code NO_COLOR} is set); elsewhere there is neither.
 */
final class Screen {
    /** Colours by what they mean. */
    enum Style {
        HEADLINE("1"),
        LABEL("2"),
        GOOD("32"),
        CHANGED("33"),
        GONE("31");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private static final int USUAL_WIDTH = 100;

    private final boolean terminal;
    private final boolean colour;
    private final int width;
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private String status = "";

    Screen() {
        terminal = Console.interactive() && !"dumb".equals(System.getenv("TERM"));
        colour = terminal && System.getenv("NO_COLOR") == null;
        width = columns();
    }

    /** How many characters a line can have. */
    int width() {
        return width;
    }

    /** The text in a style, where there is colour. */
    String styled(Style style, String text) {
        return colour ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    /** Prints lines. */
    synchronized void print(String lines) {
        clearStatus();
        out.print(lines.endsWith("\n") ? lines : lines + "\n");
        out.flush();
        drawStatus();
    }

    /** Says how far things are; replaces what was said before. */
    synchronized void status(String now) {
        clearStatus();
        status = now;
        drawStatus();
    }

    private void clearStatus() {
        if (terminal && !status.isEmpty()) {
            out.print("\r\u001b[K");
        }
    }

    private void drawStatus() {
        if (terminal && !status.isEmpty()) {
            out.print(styled(Style.LABEL, status.length() < width ? status : status.substring(0, width - 1)));
            out.flush();
        }
    }

    private static int columns() {
        try {
            return Math.max(60, Math.min(160, Integer.parseInt(System.getenv().getOrDefault("COLUMNS", ""))));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}
