package newsmill.ingest.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
}
