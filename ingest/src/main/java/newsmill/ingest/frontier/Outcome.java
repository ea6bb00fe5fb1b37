package newsmill.ingest.frontier;

import java.time.Duration;
import newsmill.article.Article;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.source.SourceContent;

/** What a visit gave. */
public sealed interface Outcome {
    /**
     * What to remember of a response.
     *
     * @param url the address that answered
     * @param validators to send next time
     * @param freshFor how long the server says it stays as it is, or null
     */
    record Answer(String url, Validators validators, Duration freshFor) {}

    /** A source's items. */
    record Listed(SourceContent content, Answer answer) implements Outcome {}

    /** A page, read. */
    record Read(Article article, Answer answer) implements Outcome {}

    /** Nothing new since the validators were given. */
    record Unchanged(Answer answer) implements Outcome {}

    /** A redirect, which is a visit of its own. @param lasting whether it is meant for good */
    record Moved(String to, boolean lasting) implements Outcome {}

    /** 404 or 410. */
    record Gone(int status) implements Outcome {}

    /** The server wants to be left alone. @param pause what it asked for, or null */
    record Busy(int status, Duration pause) implements Outcome {}

    /** No usable answer. @param lasting whether trying again soon is of no use */
    record Failed(String reason, boolean lasting) implements Outcome {}

    /**
     * A robots.txt.
     *
     * @param status its status, 0 where there was no answer
     * @param pause how long the server asked to be left alone, or null
     * @param reason why there was no answer, or null
     */
    record RobotsRead(int status, String contentType, byte[] body, Duration pause, String reason) implements Outcome {
        /** In words: the status, or why there is none. */
        String answer() {
            return status == 0 ? reason : "status " + status;
        }
    }
}
