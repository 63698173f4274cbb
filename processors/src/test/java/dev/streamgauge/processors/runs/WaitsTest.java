package dev.streamgauge.processors.runs;

import static dev.streamgauge.processors.testkit.Cast.build;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.testkit.Built;
import dev.streamgauge.processors.testkit.Moments;
import java.time.Instant;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {

    private static final long MINUTE = 60_000;

    private static Waits of(Built built) {
        return Waits.of(Build.of(built.event()));
    }

    private static Built queued() {
        return build("1", "c1").queued("10:00").started("10:10").at("10:30");
    }

    @Test
    void withoutFurtherTimesItWaitsForARunner() {
        // Given
        Built built = queued();

        // When
        Waits waits = of(built);

        // Then
        assertThat(waits).isEqualTo(new Waits(null, null, 10 * MINUTE, 20 * MINUTE));
    }

    @ParameterizedTest
    @CsvSource({"09:50, 0, 10", "10:00, 0, 10", "10:04, 4, 6", "10:10, 10, 0", "10:20, 10, 0"})
    void itIsBlockedUntilReadyAsFarAsItHadNotStarted(String ready, long blocked, long runner) {
        // Given
        Built built = queued().ready(ready);

        // When
        Waits waits = of(built);

        // Then
        assertThat(waits).isEqualTo(new Waits(blocked * MINUTE, null, runner * MINUTE, 20 * MINUTE));
    }

    @ParameterizedTest
    @CsvSource({
        "10:02, 10:04, 2, 8",
        "10:02, , 8, 2",
        "09:50, 10:04, 4, 6",
        "10:02, 10:20, 8, 2",
        "10:04, 10:02, 0, 10",
        "10:11, 10:12, 0, 10"
    })
    void itWaitsForApprovalBetweenQueuedAndStarted(String requested, String approved, long approval, long runner) {
        // Given
        Built built = queued().approvalRequested(requested);

        // When
        Waits waits = of(approved == null ? built : built.approved(approved));

        // Then
        assertThat(waits).isEqualTo(new Waits(null, approval * MINUTE, runner * MINUTE, 20 * MINUTE));
    }

    @Test
    void anApprovalThatNobodyRequestedIsNone() {
        // Given
        Built built = queued().approved("10:05");

        // When
        Waits waits = of(built);

        // Then
        assertThat(waits.approvalMs()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10:05, 10:00, 10:30, 0, 30",
        "10:05:00.001, 10:00, 10:30, , ",
        "10:00, 10:10, 10:05, 10, 0",
        "10:00, 10:10, 10:04:59.999, , "
    })
    void clocksMayDifferByFiveMinutes(String queued, String started, String finished, Long runner, Long run) {
        // Given
        Built built = build("1", "c1").queued(queued).started(started).at(finished);

        // When
        Waits waits = of(built);

        // Then
        assertThat(waits.skewed()).isEqualTo(run == null);
        assertThat(waits.runnerQueueMs()).isEqualTo(runner == null ? null : runner * MINUTE);
        assertThat(waits.runMs()).isEqualTo(run == null ? null : run * MINUTE);
    }

    @Test
    void nothingIsKnownOfABuildThatDidNotSayWhenItWasQueuedOrStarted() {
        // Given
        Built unqueued = build("1", "c1").started("10:10").at("10:30");
        Built unstarted = build("1", "c1").queued("10:10").at("10:30");
        Built unfinished = build("1", "c1").queued("10:10").started("10:10").running();

        // When / Then
        assertThat(of(unqueued)).isNull();
        assertThat(of(unstarted)).isNull();
        assertThat(of(unfinished)).isNull();
    }

    /** Each millisecond between queued and started is looked at by itself. */
    @Test
    void thePartsAreWhatTheirMillisecondsSayAndSumToTheWhole() {
        // Given
        Random random = new Random(37);
        for (int i = 0; i < 20_000; i++) {
            BuildChanged event = random(random);

            // When
            Waits waits = Waits.of(Build.of(event));

            // Then
            LongPredicate approval = ms -> event.getApprovalRequestedAt() != null
                    && ms >= millis(event.getApprovalRequestedAt())
                    && (event.getApprovedAt() == null || ms < millis(event.getApprovedAt()));
            LongPredicate blocked = ms -> event.getReadyAt() != null && ms < millis(event.getReadyAt());
            long approvalMs = count(event, approval);
            long blockedMs = count(event, blocked.and(approval.negate()));
            assertThat(waits.approvalMs()).isEqualTo(event.getApprovalRequestedAt() == null ? null : approvalMs);
            assertThat(waits.blockedMs()).isEqualTo(event.getReadyAt() == null ? null : blockedMs);
            assertThat(approvalMs + blockedMs + waits.runnerQueueMs()).isEqualTo(count(event, ms -> true));
        }
    }

    private static BuildChanged random(Random random) {
        BuildChanged event = build("1", "c1").at("10:30").event();
        event.setQueuedAt(moment(random));
        event.setStartedAt(moment(random));
        event.setReadyAt(random.nextInt(3) == 0 ? null : moment(random));
        event.setApprovalRequestedAt(random.nextInt(3) == 0 ? null : moment(random));
        event.setApprovedAt(random.nextInt(3) == 0 ? null : moment(random));
        return event;
    }

    private static Instant moment(Random random) {
        return Moments.at("10:00").plusMillis(random.nextInt(12));
    }

    private static long count(BuildChanged event, LongPredicate part) {
        return LongStream.range(millis(event.getQueuedAt()), millis(event.getStartedAt()))
                .filter(part)
                .count();
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
