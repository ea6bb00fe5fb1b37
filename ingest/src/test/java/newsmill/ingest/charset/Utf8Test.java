package newsmill.ingest.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void everyFirstTwoBytesAreTakenOrRefusedAsTheJdkDoes() {
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                for (String rest : new String[] {"", "\u0080", "\u0080\u0080", "\u0080\u0080\u0080"}) {
                    String latin = "plain text, " + (char) first + (char) second + rest + " more of it";
                    byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
                    assertEquals(jdk(bytes), Utf8.strict(bytes), () -> "bytes of " + latin);
                }
            }
        }
    }

    private static String jdk(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    @Test
    void aLastCharacterThatIsCutOffIsLeftOut() {
        byte[] whole = "Käse für 3 €".getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut <= 2; cut++) {
            byte[] bytes = Arrays.copyOf(whole, whole.length - cut);
            assertEquals("Käse für 3 ", Utf8.strict(bytes));
        }
        assertNull(Utf8.strict("Käse".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aReaderGivesTheTextInPiecesOfAnySize() throws IOException {
        String text = "Plain letters in a row, more than thirty-two of them; K\u00e4se f\u00fcr 3 \u20ac. "
                .concat("\ud83d\uddde\ud83d\uddde \u65b0\u805e 7 bytes \ud83d\uddde")
                .repeat(3);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size < 50; size++) {
            Reader reader = Utf8.reader(bytes, bytes.length);
            StringBuilder out = new StringBuilder();
            char[] piece = new char[size + 2];
            for (int read = reader.read(piece, 2, size); read >= 0; read = reader.read(piece, 2, size)) {
                out.append(piece, 2, read);
            }
            assertEquals(text, out.toString());
        }
    }

    @Test
    void aReaderEndsWhereItIsTold() throws IOException {
        byte[] bytes = "caf\u00e9".getBytes(StandardCharsets.UTF_8);
        char[] out = new char[8];
        Reader reader = Utf8.reader(Arrays.copyOf(bytes, 4), Utf8.end(Arrays.copyOf(bytes, 4)));
        assertEquals("caf", new String(out, 0, reader.read(out, 0, out.length)));
        assertEquals(-1, reader.read(out, 0, out.length));
    }
}
