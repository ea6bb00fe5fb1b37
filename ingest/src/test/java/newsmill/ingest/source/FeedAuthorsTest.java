package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedAuthorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ann@example.org (Ann Lee)      | Ann Lee
            Ann Lee <ann@example.org>      | Ann Lee
            Ann Lee (ann@example.org)      | Ann Lee
            Ann Lee ann@example.org        | Ann Lee
            ann@example.org, Ann Lee       | Ann Lee
            mailto:ann@example.org Ann Lee | Ann Lee
            ann@example.org                | ann@example.org
            mailto:ann@example.org         | ann@example.org
            Ann Lee (Paris)                | Ann Lee (Paris)
            """)
    void theNameIsWhatStandsBesideTheAddress(String text, String name) {
        assertEquals(name, FeedAuthors.nameIn(text));
    }
}
