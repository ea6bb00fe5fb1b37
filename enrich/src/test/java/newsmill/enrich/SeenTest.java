package newsmill.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import newsmill.article.Article;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final String OLD = "newsmill/1";
    private static final String NEW = "newsmill/2";

    private static Article article(int revision, String body) {
        return Article.of("a").revision(revision).body(body).build();
    }

    private static Article withdrawn(int revision) {
        return Article.of("a")
                .revision(revision)
                .status(Article.Status.WITHDRAWN)
                .build();
    }

    private static Seen after(String enricher, Article... articles) {
        Seen seen = null;
        for (Article article : articles) {
            Seen next = Seen.next(seen, article, enricher);
            seen = next == null ? seen : next;
        }
        return seen;
    }

    @Test
    void sameTextFromTheSameTaggersIsNotNew() {
        Seen seen = after(OLD, article(1, "Rain."));
        assertNull(Seen.next(seen, article(1, "Rain."), OLD));
        assertNull(Seen.next(seen, article(1, " Rain.\n"), OLD), "white space does not count");
    }

    @Test
    void sameTextForNewerTaggersIsNewAndKeepsItsRevision() {
        Seen seen = after(OLD, article(3, "Rain."));
        assertEquals(3, Seen.next(seen, article(3, "Rain."), NEW).revision());
        assertEquals(NEW, Seen.next(seen, article(3, "Rain."), NEW).enricher());
    }

    @Test
    void changedArticlePassesAsANewRevision() {
        Seen seen = after(OLD, article(1, "Rain."));
        assertEquals(2, Seen.next(seen, article(2, "Snow."), OLD).revision());
    }

    @Test
    void changeThatNobodyNumberedIsNumberedHere() {
        Seen seen = after(OLD, article(1, "Rain."));
        assertEquals(2, Seen.next(seen, article(1, "Snow."), OLD).revision());
    }

    @Test
    void archiveOfUnnumberedChangesReplayedTwiceChangesNothing() {
        Seen seen = after(OLD, article(1, "Rain."), article(1, "Snow."));
        assertEquals(
                seen, after(OLD, article(1, "Rain."), article(1, "Snow."), article(1, "Rain."), article(1, "Snow.")));
    }

    @Test
    void unnumberedChangeIsRenewedByNewerTaggers() {
        Seen seen = after(OLD, article(1, "Rain."), article(1, "Snow."));
        assertNull(Seen.next(seen, article(1, "Rain."), NEW), "the text that was replaced");
        assertEquals(2, Seen.next(seen, article(1, "Snow."), NEW).revision());
    }

    @Test
    void olderRevisionAfterANewerOneIsDropped() {
        Seen seen = after(OLD, article(3, "Snow."));
        assertNull(Seen.next(seen, article(2, "Rain."), OLD));
        assertNull(Seen.next(seen, article(2, "Rain."), NEW));
    }

    @Test
    void textThatReturnsToAnEarlierVersionIsNew() {
        Seen seen = after(OLD, article(1, "Rain."), article(2, "Snow."));
        assertEquals(3, Seen.next(seen, article(3, "Rain."), OLD).revision());
    }

    @Test
    void withdrawalPassesOnceAndOnlyALaterRevisionBringsTheArticleBack() {
        Seen seen = after(OLD, article(2, "Rain."), withdrawn(2));
        assertEquals(true, seen.withdrawn());
        assertNull(Seen.next(seen, withdrawn(2), OLD));
        assertNull(Seen.next(seen, article(1, "Draft."), OLD));
        assertNull(Seen.next(seen, article(2, "Rain."), NEW));
        assertEquals(3, Seen.next(seen, article(3, "Rain."), OLD).revision());
    }

    @Test
    void withdrawalOfAnEarlierRevisionIsLate() {
        assertNull(Seen.next(after(OLD, article(3, "Rain.")), withdrawn(2), OLD));
    }

    @Test
    void tombstonePassesUnlessALaterRevisionStands() {
        Seen stands = after(OLD, article(3, "Rain."));
        assertEquals(true, Seen.buried(stands, 0, false, OLD).withdrawn());
        assertEquals(true, Seen.buried(stands, 3, false, OLD).withdrawn());
        assertNull(Seen.buried(stands, 2, false, OLD));
        assertNull(Seen.buried(stands, 0, true, OLD), "an archive's tombstone does not say which revision it buries");
        assertEquals(true, Seen.buried(after(OLD, withdrawn(3)), 0, true, OLD).withdrawn());
        assertEquals(true, Seen.buried(null, 0, false, OLD).withdrawn());
    }
}
