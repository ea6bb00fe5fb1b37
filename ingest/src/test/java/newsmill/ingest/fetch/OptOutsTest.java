package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import newsmill.article.Rights.OptOut;
import org.junit.jupiter.api.Test;

class OptOutsTest {
    private static List<OptOut> barred(String robots) {
        return AiAgents.barred("https://news.example/robots.txt", robots.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theAiRobotsThatAreBarredByNameAreRecorded() {
        assertEquals(
                List.of(new OptOut("CCBot", "robots.txt"), new OptOut("GPTBot", "robots.txt")),
                barred(
                        "User-agent: GPTBot\nUser-agent: ccbot\nDisallow: /\n\nUser-agent: ClaudeBot\nDisallow: /drafts\n"));
    }

    @Test
    void barringEveryoneIsNoWordAboutAi() {
        assertEquals(List.of(), barred("User-agent: *\nDisallow: /\n"));
    }

    @Test
    void headersAreRead() {
        Response response = new Response(
                URI.create("https://news.example/"),
                200,
                Map.of("x-robots-tag", List.of("noindex, NOAI", "bot: noimageai"), "tdm-reservation", List.of("1")),
                new byte[0],
                null,
                null);
        assertEquals(
                List.of(
                        new OptOut("noai", "header"),
                        new OptOut("noimageai", "header"),
                        new OptOut("tdm-reservation", "header")),
                HeaderOptOuts.of(response));
    }
}
