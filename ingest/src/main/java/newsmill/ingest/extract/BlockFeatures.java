package newsmill.ingest.extract;

import java.util.List;

/** Measures the blocks of a page for the trained judge: one row of {@link Feature}s each. */
final class BlockFeatures {
    /** What is known of the page before its text is judged. */
    record Context(
            String title,
            String description,
            String articleBody,
            List<String> authors,
            boolean calledArticle,
            int toldWords) {}

    private BlockFeatures() {}

    /** The features of each block, in order. */
    static float[][] of(Blocks page, Context context) {
        FeatureRows rows = new FeatureRows(page);
        PlaceFeatures places = new PlaceFeatures(rows);
        places.distances();
        new TextFeatures(rows).measure(context);
        new BoxFeatures(rows).measure();
        places.measure();
        new TitleFeatures(rows).measure();
        return rows.all;
    }
}
