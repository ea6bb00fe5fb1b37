package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTopicsTest {
    @TempDir
    Path folder;

    @Test
    void theSameTextsGiveTheSameBytes() throws IOException {
        assertArrayEquals(Files.readAllBytes(train("a.gz")), Files.readAllBytes(train("b.gz")));
    }

    @Test
    void aWordSpeaksForTheTopicOfTheTextsItStandsIn() throws IOException {
        Weights weights = Weights.read(train("weights.gz"));
        Tops tops = new Tops(Taxonomy.STANDARD);
        int sport = tops.place(Taxonomy.STANDARD.named("sport"));
        int weather = tops.place(Taxonomy.STANDARD.named("weather"));
        int row = weights.row(TokenHash.of("zorbs"));
        assertTrue(weights.weight(row, sport) > Math.max(0, weights.weight(row, weather)));
        double[] sums = weights.sums(Bag.of(Text.of("Zorbs again"), Text.of(""), Model.LEARNED_TOKENS, weights));
        assertTrue(sums[sport] > sums[weather]);
    }

    private Path train(String name) throws IOException {
        StringBuilder events = new StringBuilder();
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            events.append("2020-01-01\t").append(i < 4 ? "Sports\tThe zorbs" : "Politics and elections\tThe quorls");
            events.append(" number ").append(Integer.toString(i, 36)).append(" appear.\n");
            own.append(i < 3 ? "weather\tPlivers\tPlivers come.\n" : "labour\tA" + i + "\tB" + i + " c.\n");
        }
        Path zipped = folder.resolve("events.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(events.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path texts = Files.writeString(folder.resolve("texts.tsv"), own);
        Path weights = folder.resolve(name);
        TrainTopics.main(new String[] {zipped.toString(), texts.toString(), weights.toString()});
        return weights;
    }
}
