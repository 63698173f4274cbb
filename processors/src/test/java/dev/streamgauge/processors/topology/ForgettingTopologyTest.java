package dev.streamgauge.processors.topology;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.alerts.v1.Queue;
import dev.streamgauge.facts.v1.Lane;
import dev.streamgauge.facts.v1.LaneKey;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What forgetting leaves in the stores, and writes to the topics. */
class ForgettingTopologyTest {

    private static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0 }
              - { name: OrgCiWaits, kind: depth, level: organisation, scope: { queue: ci }, threshold: 0 }
            """;
    private static final String SHA = "a".repeat(40);
    private static final List<String> STORES = List.of("watch", "watch-roll-ups");

    @TempDir
    Path directory;

    /** A build waits for a runner, and is alerted; then nothing happens for more than a week. */
    private static void aWeek(DrivenWatch watch, String run, String runner) {
        String start = watch.now().toString();
        watch.hears(build(run, SHA).queued().queued(start).on(runner).at(start))
                .until(watch.now().plusSeconds(60).toString());
        String end = watch.now().toString();
        watch.hears(build(run, SHA).queued(start).on(runner).at(end))
                .until(watch.now().plus(Duration.ofMinutes(65)).toString())
                .passes(Duration.ofDays(8))
                .until(watch.now().plusSeconds(60).toString());
    }

    private static long rows(DrivenWatch watch, String store) {
        return watch.rows().stream().filter(row -> row.startsWith(store + " ")).count();
    }

    @Test
    void queuesAndAlertsThatAreOverLeaveNothingBehindInTheEnd() throws IOException {
        // Given
        try (DrivenWatch watch = new DrivenWatch(directory, "09:00", RULES, Memory.FOR_EVER)) {
            aWeek(watch, "1", "runner-1");
            List<Long> first = STORES.stream().map(store -> rows(watch, store)).toList();
            assertThat(watch.alerts()).contains("firing CiWaits shop", "firing OrgCiWaits github.com/acme");

            // When
            for (int week = 2; week < 5; week++) {
                aWeek(watch, String.valueOf(week), "runner-" + week);
            }

            // Then
            assertThat(STORES.stream().map(store -> rows(watch, store))).containsExactlyElementsOf(first);
        }
    }

    @Test
    void whatComesBackLaterHasAGreaterRevisionThanBefore() throws IOException {
        // Given
        try (DrivenWatch watch = new DrivenWatch(directory, "09:00", RULES, Memory.FOR_EVER)) {
            aWeek(watch, "1", "runner");
            long queue = Collections.max(queueRevisions(watch));
            long alert = Collections.max(alertRevisions(watch));

            // When
            aWeek(watch, "2", "runner");

            // Then
            assertThat(queueRevisions(watch)).isNotEmpty().allMatch(revision -> revision > queue);
            assertThat(alertRevisions(watch)).isNotEmpty().allMatch(revision -> revision > alert);
        }
    }

    private static List<Long> queueRevisions(DrivenWatch watch) {
        return watch.queues("repository").stream()
                .filter(queue -> queue.getLabel().equals("runner"))
                .map(Queue::getRevision)
                .toList();
    }

    private static List<Long> alertRevisions(DrivenWatch watch) {
        return watch.written(Topics.ALERTS).stream()
                .map(TestRecord<AlertKey, Alert>::value)
                .filter(alert -> alert != null && alert.getRule().equals("CiWaits"))
                .map(Alert::getRevision)
                .toList();
    }

    @Test
    void whatIsGivenUpIsPublishedAsOfTheMomentWhenItIs() throws IOException {
        // Given
        try (DrivenWatch watch = new DrivenWatch(directory, "09:00", RULES, new Memory(Duration.ofDays(2)))) {
            watch.hears(deploy("D1", SHA).state("running").started("09:00").at("09:00"));
            List<TestRecord<LaneKey, Lane>> held = watch.written(Topics.LANES);

            // When
            watch.passes(Duration.ofDays(3));

            // Then
            assertThat(held)
                    .singleElement()
                    .satisfies(lane ->
                            assertThat(lane.value().getHoldingDeployId()).isEqualTo("D1"));
            assertThat(watch.written(Topics.LANES)).singleElement().satisfies(lane -> {
                assertThat(lane.value().getHoldingDeployId()).isNull();
                assertThat(lane.getRecordTime()).isEqualTo(watch.now());
            });
        }
    }
}
