package newsmill.sink;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import newsmill.article.Json;

/**
 * Reads from an article's JSON the few fields that a sink needs, and checks on the way that the bytes are one JSON object
 * in well-formed UTF-8. Nothing is built: values go through a sink as the bytes they came in. A 4 KB article takes about
 * a microsecond, where parsing and printing take thirty.
 */
final class ArticleScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_DEPTH = 200;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final byte[] json;
    private int at;
    private boolean oneLine = true;
    private int seen;
    private String id;
    private int revision = 1;
    private String status;
    private String enricher;

    private ArticleScan(byte[] json) {
        this.json = json;
    }

    /** @throws IOException if the bytes are not an article; the message says what and where */
    static ArticleScan of(byte[] json) throws IOException {
        ArticleScan scan = new ArticleScan(json);
        scan.article();
        return scan;
    }

    /** The id, not blank. */
    String id() {
        return id;
    }

    /** The revision, at least 1. */
    int revision() {
        return revision;
    }

    boolean withdrawn() {
        return "withdrawn".equals(status);
    }

    /** {@code enriched.by}, or null. */
    String enricher() {
        return enricher;
    }

    /** False if there are line breaks between the tokens. */
    boolean oneLine() {
        return oneLine;
    }

    private void article() throws IOException {
        space();
        if (peek() != '{') {
            throw wrong("not a JSON object");
        }
        object(0);
        space();
        if (at < json.length) {
            throw wrong("something follows the object");
        }
        if (id == null || id.isBlank()) {
            throw new IOException("an article without an id");
        }
    }

    /** Depth 0 is the article, whose fields are noted; so is {@code by} in {@code enriched}. */
    private void object(int depth) throws IOException {
        object(depth, "");
    }

    private void object(int depth, String path) throws IOException {
        at++;
        space();
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            if (peek() != '"') {
                throw wrong("a field's name is missing");
            }
            int start = at + 1;
            string();
            int end = at - 1;
            space();
            expect(':');
            space();
            if (depth == 0) {
                field(start, end);
            } else if (depth == 1 && path.equals("enriched") && is("by", start, end)) {
                enricher = text();
            } else {
                value(depth);
            }
            space();
            if (peek() == '}') {
                at++;
                return;
            }
            expect(',');
            space();
        }
    }

    private void field(int start, int end) throws IOException {
        if (is("id", start, end)) {
            once(1, "id");
            id = text();
        } else if (is("status", start, end)) {
            once(2, "status");
            status = text();
        } else if (is("revision", start, end)) {
            once(4, "revision");
            revision = wholeNumber();
        } else if (is("enriched", start, end) && peek() == '{') {
            once(8, "enriched");
            object(1, "enriched");
        } else {
            value(0);
        }
    }

    /** Readers differ in which of two they take. */
    private void once(int bit, String name) throws IOException {
        if ((seen & bit) != 0) {
            throw wrong("the field " + name + " a second time");
        }
        seen |= bit;
    }

    private void value(int depth) throws IOException {
        if (depth >= MAX_DEPTH) {
            throw wrong("nested deeper than " + MAX_DEPTH + " levels");
        }
        switch (peek()) {
            case '"' -> string();
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void array(int depth) throws IOException {
        at++;
        space();
        if (peek() == ']') {
            at++;
            return;
        }
        while (true) {
            value(depth);
            space();
            if (peek() == ']') {
                at++;
                return;
            }
            expect(',');
            space();
        }
    }

    private String text() throws IOException {
        if (peek() == 'n') {
            literal("null");
            return null;
        }
        if (peek() != '"') {
            throw wrong("text is wanted here");
        }
        int start = at;
        boolean plain = string();
        return plain
                ? new String(json, start + 1, at - start - 2, StandardCharsets.UTF_8)
                : Json.MAPPER.readValue(json, start, at - start, String.class);
    }

    private int wholeNumber() throws IOException {
        int start = at;
        number();
        try {
            return Math.max(1, Integer.parseInt(new String(json, start, at - start, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException e) {
            throw wrong("a whole number is wanted here");
        }
    }

    /** Passes over a string; true if nothing in it is escaped. */
    private boolean string() throws IOException {
        boolean plain = true;
        at++;
        while (true) {
            while (at + 8 <= json.length) {
                long special = special((long) LONGS.get(json, at));
                if (special != 0) {
                    at += Long.numberOfTrailingZeros(special) >> 3;
                    break;
                }
                at += 8;
            }
            int c = peek();
            if (c == '"') {
                at++;
                return plain;
            } else if (c == '\\') {
                plain = false;
                escape();
            } else if (c >= 0x80) {
                at += Utf8.length(json, at);
            } else if (c < ' ') {
                throw wrong("a control character in a string");
            } else {
                at++;
            }
        }
    }

    /** A bit at the first of eight bytes that is a quotation mark, a backslash, a control character or not ASCII. */
    private static long special(long bytes) {
        long quote = bytes ^ 0x2222222222222222L;
        long backslash = bytes ^ 0x5C5C5C5C5C5C5C5CL;
        return (bytes
                        | (quote - ONES) & ~quote
                        | (backslash - ONES) & ~backslash
                        | (bytes - 0x2020202020202020L) & ~bytes)
                & HIGHS;
    }

    private void escape() throws IOException {
        at++;
        int c = peek();
        at++;
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw wrong("a broken escape");
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw wrong("a broken escape");
        }
    }

    private void number() throws IOException {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        digits();
        if (json[first] == '0' && at > first + 1) {
            throw wrong("a number that begins with 0");
        }
        if (at < json.length && json[at] == '.') {
            at++;
            digits();
        }
        if (at < json.length && (json[at] | 0x20) == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if (at - start > 1000) {
            throw wrong("a number of more than 1000 digits");
        }
    }

    private void digits() throws IOException {
        int start = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("not JSON");
        }
    }

    private void literal(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw wrong("not JSON");
            }
            at++;
        }
    }

    private void space() {
        while (at < json.length) {
            byte c = json[at];
            if (c == '\n' || c == '\r') {
                oneLine = false;
            } else if (c != ' ' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private boolean is(String name, int start, int end) {
        if (end - start != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (json[start + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void expect(char c) throws IOException {
        if (peek() != c) {
            throw wrong("'" + c + "' is wanted here");
        }
        at++;
    }

    private int peek() throws IOException {
        if (at >= json.length) {
            throw wrong("it ends too early");
        }
        return json[at] & 0xFF;
    }

    private IOException wrong(String what) {
        return new IOException(what + " (at byte " + at + ")");
    }
}
