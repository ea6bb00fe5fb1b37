package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which blocks of a page the gold text keeps: the teacher of the judge of blocks. */
final class GoldLabels {
    private static final int SHINGLE = 4;
    private static final double SURE = 0.8;
    /** Of a labelled segment. With half of this, and of the next, fewer segments are right on sites not learned from. */
    private static final float SEGMENT_WEIGHT = 3;

    private static final double TAUGHT_WEIGHT = 0.7;

    final float[] label;
    /** 0 where the gold says nothing. */
    final float[] weight;

    /** True if the gold labels a few segments only. */
    final boolean segments;

    private GoldLabels(int blocks, boolean segments) {
        this.segments = segments;
        label = new float[blocks];
        weight = new float[blocks];
    }

    private GoldLabels(GoldLabels other) {
        segments = other.segments;
        label = other.label.clone();
        weight = other.weight.clone();
    }

    /**
     * Pages with a few labelled segments teach all their blocks, where a judge trained on other sites had every segment
     * right: what it was sure of counts as labelled, with little weight.
     */
    GoldLabels taught(List<Block> blocks, float[] scores) {
        if (!segments || !agrees(scores)) {
            return this;
        }
        GoldLabels out = new GoldLabels(this);
        double words = 50;
        for (Block block : blocks) {
            words += scores[block.index] > 0.5 ? block.words : 0;
        }
        for (Block block : blocks) {
            float score = scores[block.index];
            if (weight[block.index] == 0 && Math.abs(2 * score - 1) > SURE) {
                out.label[block.index] = score > 0.5 ? 1 : 0;
                out.weight[block.index] = (float) (TAUGHT_WEIGHT * (Math.min(150, block.words) + 5) / Math.sqrt(words));
            }
        }
        return out;
    }

    private boolean agrees(float[] scores) {
        int story = 0;
        for (int i = 0; i < scores.length; i++) {
            if (weight[i] > 0 && label[i] > 0 != scores[i] > 0.5) {
                return false;
            }
            story += weight[i] > 0 && label[i] > 0 ? 1 : 0;
        }
        return story >= 2;
    }

    static GoldLabels of(JsonNode gold, List<Block> blocks) {
        GoldLabels labels = new GoldLabels(blocks.size(), !gold.has("body"));
        if (gold.has("body")) {
            labels.fromText(gold.get("body").asText(), gold.path("optional").asText(""), blocks);
        } else {
            labels.fromSegments(gold, blocks);
        }
        return labels;
    }

    private void fromText(String body, String optional, List<Block> blocks) {
        List<String> words = words(body);
        Set<String> want = shingles(words);
        Set<String> spare = shingles(words(optional));
        Set<String> paragraphs = new HashSet<>();
        for (String paragraph : body.split("\n+")) {
            paragraphs.add(String.join(" ", words(paragraph)));
        }
        String whole = " " + String.join(" ", words) + " ";
        double scale = 1 / Math.sqrt(words.size() + 50.0);
        List<List<String>> tokens = new ArrayList<>();
        for (Block block : blocks) {
            tokens.add(words(block.text));
        }
        for (Block block : blocks) {
            int i = block.index;
            List<String> own = tokens.get(i);
            double share = own.size() < SHINGLE ? -1 : share(own, want);
            weight[i] = (float) ((Math.min(150, own.size()) + 5) * scale);
            if (share >= 0) {
                label[i] = share > 0.5 ? 1 : 0;
                weight[i] *= (float) Math.max(0.2, Math.abs(2 * share - 1));
            }
            if (share < 0.5 && share(own, spare) > 0.5) {
                weight[i] = 0;
            }
        }
        for (Block block : blocks) {
            int i = block.index;
            List<String> own = tokens.get(i);
            if (own.size() < SHINGLE && !own.isEmpty()) {
                label[i] = shortBlock(tokens, i, paragraphs, whole) ? 1 : 0;
            }
        }
    }

    private boolean shortBlock(List<List<String>> tokens, int i, Set<String> paragraphs, String whole) {
        String own = String.join(" ", tokens.get(i));
        if (i > 0 && label[i - 1] > 0) {
            List<String> before = tokens.get(i - 1);
            String tail = String.join(" ", before.subList(Math.max(0, before.size() - 5), before.size()));
            if (whole.contains(" " + tail + " " + own + " ")) {
                return true;
            }
        }
        if (i + 1 < label.length && label[i + 1] > 0) {
            List<String> after = tokens.get(i + 1);
            String head = String.join(" ", after.subList(0, Math.min(5, after.size())));
            return whole.contains(" " + own + " " + head + " ");
        }
        return false;
    }

    private void fromSegments(JsonNode gold, List<Block> blocks) {
        for (String key : new String[] {"with", "without"}) {
            for (JsonNode one : gold.path(key)) {
                String segment = Text.line(one.asText());
                if (segment == null) {
                    continue;
                }
                for (Block block : blocks) {
                    if (block.text.contains(segment)) {
                        label[block.index] = key.equals("with") ? 1 : 0;
                        weight[block.index] = SEGMENT_WEIGHT;
                    }
                }
            }
        }
    }

    private static double share(List<String> tokens, Set<String> shingles) {
        if (tokens.size() < SHINGLE) {
            return 0;
        }
        int hits = 0;
        for (int i = 0; i + SHINGLE <= tokens.size(); i++) {
            hits += shingles.contains(String.join(" ", tokens.subList(i, i + SHINGLE))) ? 1 : 0;
        }
        return (double) hits / (tokens.size() - SHINGLE + 1);
    }

    private static Set<String> shingles(List<String> tokens) {
        Set<String> out = new HashSet<>();
        for (int i = 0; i + SHINGLE <= tokens.size(); i++) {
            out.add(String.join(" ", tokens.subList(i, i + SHINGLE)));
        }
        return out;
    }

    /** Words; ideographs one by one. */
    static List<String> words(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u00ad') {
                continue;
            }
            boolean ideograph = (c >= '\u3040' && c <= '\u30ff') || (c >= '\u3400' && c <= '\u9fff');
            if (Character.isLetterOrDigit(c) && !ideograph) {
                word.append(c);
                continue;
            }
            if (word.length() > 0) {
                out.add(word.toString());
                word.setLength(0);
            }
            if (ideograph) {
                out.add(String.valueOf(c));
            }
        }
        if (word.length() > 0) {
            out.add(word.toString());
        }
        return out;
    }
}
