package newsmill.ingest.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import newsmill.article.Article.BodyVerdict;
import newsmill.article.Json;
import newsmill.article.SourceHealth.Condition;
import newsmill.ingest.health.VisitReport.Kind;
import newsmill.ingest.health.VisitReport.Result;
import org.junit.jupiter.api.Test;

/** Weeks in the lives of sources, an hour at a time. */
class DiagnosisTest {
    private static final ZonedDateTime MONDAY = ZonedDateTime.of(2026, 3, 2, 0, 0, 0, 0, ZoneOffset.UTC);

    private ZonedDateTime now = MONDAY;
    private Chart chart = Chart.blank("a", now.toInstant().toEpochMilli());
    private final List<Condition> events = new ArrayList<>();

    private interface Paper {
        int fresh(ZonedDateTime hour);
    }

    private static final Paper AROUND_THE_CLOCK = hour -> 2;
    private static final Paper NOTHING = hour -> 0;

    private static int office(ZonedDateTime hour) {
        boolean weekend = hour.getDayOfWeek() == DayOfWeek.SATURDAY || hour.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && hour.getHour() >= 8 && hour.getHour() < 18 ? 4 : 0;
    }

    /** Polls each hour; nobody reads pages. */
    private void hours(int hours, Paper paper) {
        for (int i = 0; i < hours; i++, now = now.plusHours(1)) {
            poll(Result.LISTED, paper.fresh(now), null, 0, false, false);
        }
    }

    private void days(int days, Paper paper) {
        hours(24 * days, paper);
    }

    private void poll(Result result, int fresh, String reason, int failures, boolean parked, boolean gone) {
        Instant at = now.toInstant();
        judge(chart.after(new VisitReport(
                "a",
                Kind.SOURCE,
                "https://a.example/rss",
                at,
                result,
                reason,
                "A",
                50,
                fresh,
                null,
                null,
                at.plus(Duration.ofHours(1)),
                failures,
                parked,
                gone)));
    }

    private void pages(int count, BodyVerdict verdict, int length) {
        for (int i = 0; i < count; i++) {
            judge(chart.after(new VisitReport(
                    "a",
                    Kind.PAGE,
                    "https://a.example/1",
                    now.toInstant(),
                    Result.READ,
                    null,
                    null,
                    null,
                    null,
                    verdict,
                    length,
                    null,
                    null,
                    null,
                    null)));
        }
    }

    private void judge(Chart next) {
        long time = now.toInstant().toEpochMilli();
        Diagnosis found = Diagnosis.of(next, time);
        if (found.condition() != next.condition()) {
            events.add(found.condition());
        }
        chart = next.judged(found.condition(), found.reason(), time);
    }

    @Test
    void sourceThatIsAsItAlwaysWasGivesNoEventInFourWeeks() {
        days(28, AROUND_THE_CLOCK);
        assertEquals(List.of(), events);
        assertEquals(48.0, chart.health(Condition.WELL, now.toInstant()).usualPerDay());
    }

    @Test
    void paperThatRestsAtNightAndOnWeekendsIsNeverCalledSilentForIt() {
        days(42, DiagnosisTest::office);
        assertEquals(List.of(), events);
    }

    @Test
    void agencyIsSilentAfterHalfADayAndWellAgainWithItsNextArticle() {
        days(10, AROUND_THE_CLOCK);
        hours(12, NOTHING);
        assertEquals(List.of(), events);
        hours(2, NOTHING);
        assertEquals(List.of(Condition.SILENT), events);
        assertTrue(
                chart.reason().matches("nothing new for 1[34] hours, before never longer than 1 hours; .*missing"),
                chart.reason());
        days(60, NOTHING);
        assertEquals(List.of(Condition.SILENT), events);
        hours(1, AROUND_THE_CLOCK);
        assertEquals(List.of(Condition.SILENT, Condition.WELL), events);
        days(20, AROUND_THE_CLOCK);
        assertEquals(2, events.size());
    }

    @Test
    void weekdayPaperThatFallsSilentIsNoticedOnTheSecondWorkingDay() {
        days(28, DiagnosisTest::office);
        days(1, NOTHING);
        assertEquals(List.of(), events);
        days(1, NOTHING);
        assertEquals(List.of(Condition.SILENT), events);
    }

    @Test
    void weeklyIsSilentWhenIssuesAreMissingAndNotBefore() {
        Paper weekly = hour -> hour.getDayOfWeek() == DayOfWeek.THURSDAY && hour.getHour() == 9 ? 5 : 0;
        days(28, weekly);
        assertEquals(List.of(), events);
        days(14, NOTHING);
        assertEquals(List.of(Condition.SILENT), events);
    }

    @Test
    void silenceIsNoticedWhereNobodyPollsAnyMore() {
        days(10, AROUND_THE_CLOCK);
        long later = now.plusHours(20).toInstant().toEpochMilli();
        assertEquals(Condition.SILENT, Diagnosis.of(chart, later).condition());
    }

    @Test
    void whatANewSourceListsAtFirstIsNoFlood() {
        poll(Result.LISTED, 50_000, null, 0, false, false);
        now = now.plusHours(1);
        days(7, AROUND_THE_CLOCK);
        assertEquals(List.of(), events);
        assertTrue(chart.day(MONDAY.toInstant().toEpochMilli()).fresh() < 100);
    }

    @Test
    void manyTimesTheUsualIsAFloodUntilADayWithoutOne() {
        days(10, AROUND_THE_CLOCK);
        hours(1, hour -> 400);
        assertEquals(List.of(Condition.FLOODING), events);
        assertEquals("402 new links in a day; 48.0 are usual", chart.reason().replace("400 ", "402 "));
        days(3, AROUND_THE_CLOCK);
        assertEquals(List.of(Condition.FLOODING, Condition.WELL), events);
    }

    @Test
    void busyDayOfASmallSourceIsNoFlood() {
        days(10, hour -> hour.getHour() == 9 ? 1 : 0);
        hours(1, hour -> 60);
        assertEquals(List.of(), events);
    }

    @Test
    void pagesThatGiveNothingAreNoticedAfterTenAndRecoverOnlyWhenMostAreSound() {
        days(4, AROUND_THE_CLOCK);
        pages(30, BodyVerdict.OK, 3000);
        pages(7, BodyVerdict.EMPTY, 0);
        assertEquals(List.of(), events);
        pages(1, BodyVerdict.CONSENT, 90);
        assertEquals(List.of(Condition.NOT_EXTRACTING), events);
        pages(4, BodyVerdict.OK, 3000);
        assertEquals(1, events.size());
        pages(2, BodyVerdict.OK, 3000);
        assertEquals(List.of(Condition.NOT_EXTRACTING, Condition.WELL), events);
    }

    @Test
    void paywallsAreThePublishersWayAndNoFault() {
        days(4, AROUND_THE_CLOCK);
        pages(40, BodyVerdict.PAYWALL, 500);
        assertEquals(List.of(), events);
    }

    @Test
    void textsThatShrinkToAFractionAreNoticed() {
        days(4, AROUND_THE_CLOCK);
        pages(60, BodyVerdict.OK, 3000);
        pages(5, BodyVerdict.SHORT, 150);
        assertEquals(List.of(), events);
        pages(5, BodyVerdict.SHORT, 150);
        assertEquals(List.of(Condition.NOT_EXTRACTING), events);
        assertTrue(chart.reason().startsWith("its texts are "), chart.reason());
    }

    @Test
    void oneFailureIsNoAlarmAndParkingAndGoneAre() {
        days(4, AROUND_THE_CLOCK);
        poll(Result.FAILED, 0, "status 500", 1, false, false);
        assertEquals("status 500", chart.reason());
        assertEquals(List.of(Condition.FAILING), events);
        poll(Result.FAILED, 0, "status 500", 30, true, false);
        poll(Result.GONE, 0, "status 410", 31, true, true);
        poll(Result.LISTED, 1, null, 0, false, false);
        assertEquals(List.of(Condition.FAILING, Condition.PARKED, Condition.GONE, Condition.WELL), events);
        assertNull(chart.reason());
    }

    @Test
    void chartStaysSmallAndComesBackFromItsJsonAsItWas() throws IOException {
        for (int day = 0; day < 60; day++) {
            days(1, AROUND_THE_CLOCK);
            pages(20, BodyVerdict.OK, 3000);
        }
        byte[] json = Json.write(chart);
        assertEquals(chart, Json.read(json, Chart.class));
        assertTrue(json.length < 4096, json.length + " bytes");
        assertEquals(28 * 20, chart.readings().get("ok"));
    }
}
