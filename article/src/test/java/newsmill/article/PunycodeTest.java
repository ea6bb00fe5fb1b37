package newsmill.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PunycodeTest {
    @Test
    void encodesWhatTheJdkDecodesAgain() {
        Random random = new Random(11);
        int[] scripts = {'a', 0x431, 0x4E00, 0xAC00};
        for (int i = 0; i < 5_000; i++) {
            StringBuilder label = new StringBuilder();
            for (int n = 1 + random.nextInt(10); n > 0; n--) {
                label.appendCodePoint(scripts[random.nextInt(scripts.length)] + random.nextInt(20));
            }
            label.append('ж');
            assertEquals(
                    label.toString(), IDN.toUnicode("xn--" + Punycode.encode(label.toString()), IDN.ALLOW_UNASSIGNED));
        }
    }
}
