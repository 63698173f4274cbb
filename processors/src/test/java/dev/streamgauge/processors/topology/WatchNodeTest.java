package dev.streamgauge.processors.topology;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Queue;
import dev.streamgauge.processors.testkit.Moments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchNodeTest {

    private static final String RULES = """
            rules:
              - { name: CiOld, kind: age, scope: { queue: ci }, threshold: 30m, for: 5m }
              - { name: OrgReviews, kind: depth, level: organisation, scope: { queue: review.pickup }, threshold: 0 }
            """;

    private static final String SHA = "a".repeat(40);

    @TempDir
    Path directory;

    private DrivenWatch driven(String start) throws IOException {
        return new DrivenWatch(directory, start, RULES, Reading.ALL_READ);
    }

    @Test
    void aStuckQueueAlertsThoughNoEventArrives() throws IOException {
        // Given
        try (DrivenWatch watch = driven("09:00")) {
            watch.hears(build("17", SHA).queued().queued("09:00").on("linux").at("09:00"));

            // When
            watch.until("09:40");

            // Then
            assertThat(watch.alerts()).containsExactly("pending CiOld shop", "firing CiOld shop");
            assertThat(watch.json()).containsExactly("pending CiOld shop", "firing CiOld shop");
        }
    }

    @Test
    void aQueueIsPublishedPerLabelAndForAllWithItsAges() throws IOException {
        // Given
        try (DrivenWatch watch = driven("09:10")) {
            watch.hears(build("17", SHA).queued().queued("09:00").on("linux").at("09:00"));

            // When
            watch.until("09:10:10");

            // Then
            List<Queue> queues = watch.queues("repository");
            assertThat(queues).extracting(Queue::getLabel).containsExactlyInAnyOrder("*", "linux");
            assertThat(queues).allSatisfy(queue -> {
                assertThat(queue.getDepth()).isEqualTo(1);
                assertThat(queue.getOldestItem()).isEqualTo("17/1");
                assertThat(queue.getOldestAgeMs()).isEqualTo(610_000);
                assertThat(queue.getP90AgeMs()).isEqualTo(610_000);
                assertThat(queue.getArrivals()).isEqualTo(1);
                assertThat(queue.getExpectedWaitMs()).isNull();
            });
        }
    }

    @Test
    void betweenTwoChangesItIsPublishedEveryFiveMinutes() throws IOException {
        // Given
        try (DrivenWatch watch = driven("09:10")) {
            watch.hears(request("7").opened("07:00").at("09:05")).until("09:10:10");
            watch.queues("repository");

            // When
            watch.until("09:20:20");

            // Then
            assertThat(watch.queues("repository"))
                    .extracting(Queue::getEvaluatedAt)
                    .containsExactly(Moments.at("09:15:10"), Moments.at("09:20:10"));
        }
    }

    @Test
    void aBackfillPagesNobodyUntilItHasSettled() throws IOException {
        // Given
        try (DrivenWatch watch = driven("09:00")) {
            watch.hears(build("17", SHA).queued().queued("06:00").at("06:00"))
                    .until("09:06")
                    .hears(build("18", SHA).queued().queued("06:00").at("06:00"));

            // When
            watch.until("09:15");

            // Then
            assertThat(watch.alerts()).isEmpty();
            assertThat(watch.until("09:17").alerts()).containsExactly("pending CiOld shop");
        }
    }

    @Test
    void theSameHistoryAgainSettlesNothingAnew() throws IOException {
        // Given
        try (DrivenWatch watch = driven("09:00")) {
            watch.hears(build("17", SHA).queued().queued("06:00").at("06:00"))
                    .until("09:06")
                    .hears(build("17", SHA).queued().queued("06:00").at("06:00"));

            // When
            watch.until("09:11");

            // Then
            assertThat(watch.alerts()).containsExactly("pending CiOld shop");
        }
    }

    @Test
    void whileThereIsSomethingUnreadNothingIsEvaluated() throws IOException {
        // Given
        AtomicBoolean unread = new AtomicBoolean(true);
        try (DrivenWatch watch =
                new DrivenWatch(directory, "09:00", RULES, (topic, partition, processed) -> unread.get())) {
            watch.hears(build("17", SHA).queued().queued("08:50").at("08:55")).until("10:00");
            assertThat(watch.alerts()).isEmpty();

            // When
            unread.set(false);

            // Then
            assertThat(watch.until("10:06").alerts()).containsExactly("pending CiOld shop", "firing CiOld shop");
        }
    }

    @Test
    void anOrganisationsQueueIsTheSumOfItsParts() throws IOException {
        // Given
        try (DrivenWatch watch = driven("09:00")) {
            watch.hears(request("7").opened("08:30").at("08:55")).until("09:00:10");

            // When
            watch.until("09:00:30");

            // Then
            assertThat(watch.queues("organisation")).singleElement().satisfies(queue -> {
                assertThat(queue.getScope()).isEqualTo("organisation");
                assertThat(queue.getName()).isEqualTo("github.com/acme");
                assertThat(queue.getDepth()).isEqualTo(1);
                assertThat(queue.getOldestItem()).isEqualTo("github.com/acme/shop#7");
            });
            assertThat(watch.alerts()).containsExactly("firing OrgReviews github.com/acme");
        }
    }

    @Test
    void theWatchdogIsHeardEveryMinute() throws IOException {
        // Given
        try (DrivenWatch watch = driven("09:00")) {

            // When
            watch.until("09:02:20");

            // Then
            assertThat(watch.watchdog())
                    .containsExactly(Moments.at("09:00:10"), Moments.at("09:01:10"), Moments.at("09:02:10"));
        }
    }
}
