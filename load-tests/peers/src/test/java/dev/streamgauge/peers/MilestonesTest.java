package dev.streamgauge.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.peers.Sighting.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MilestonesTest {

    private static final String REPOSITORY = "host/owner/name";

    private final Milestones milestones = new Milestones();

    private static Sighting seen(Kind kind, String at) {
        return Sighting.of(kind, REPOSITORY, "c1", Instant.parse("2026-03-" + at + ":00Z"));
    }

    private static Sighting built(String run, boolean success, String at) {
        return seen(Kind.BUILT, at).by(run, 1, "ci", success);
    }

    private List<String> take(Sighting sighting) {
        List<String> changes = new ArrayList<>();
        milestones.take(sighting, change -> changes.add(change.toString()));
        return changes;
    }

    @Test
    void aCommitCountsOnTheDayOfItsDeliveryWhicheverIsKnownFirst() {
        // Given
        assertThat(take(seen(Kind.DELIVERED, "03T00:10"))).isEmpty();

        // When
        List<String> changes = take(seen(Kind.LANDED, "02T23:50"));

        // Then
        assertThat(changes).containsExactly("lead-time|host/owner/name|2026-03-03=1,1200000");
    }

    @Test
    void anEarlierLandingOnlyMakesTheLeadTimeLonger() {
        // Given
        take(seen(Kind.LANDED, "03T10:00"));
        take(seen(Kind.DELIVERED, "03T11:00"));

        // When
        List<String> changes = take(seen(Kind.LANDED, "03T09:59"));

        // Then
        assertThat(changes).containsExactly("lead-time|host/owner/name|2026-03-03=0,60000");
    }

    @Test
    void anEarlierDeliveryIsTakenBackFromItsDay() {
        // Given
        take(seen(Kind.LANDED, "03T23:00"));
        take(seen(Kind.DELIVERED, "04T00:00"));

        // When
        List<String> changes = take(seen(Kind.DELIVERED, "03T23:30"));

        // Then
        assertThat(changes)
                .containsExactly(
                        "lead-time|host/owner/name|2026-03-04=-1,-3600000",
                        "lead-time|host/owner/name|2026-03-03=1,1800000");
    }

    @Test
    void whatWasDeliveredAtOnceCountsAndWhatWasDeliveredBeforeDoesNot() {
        // Given
        take(seen(Kind.LANDED, "03T10:00"));

        // When
        List<String> atOnce = take(seen(Kind.DELIVERED, "03T10:00"));
        List<String> before = take(seen(Kind.DELIVERED, "03T09:00"));

        // Then
        assertThat(atOnce).containsExactly("lead-time|host/owner/name|2026-03-03=1,0");
        assertThat(before).containsExactly("lead-time|host/owner/name|2026-03-03=-1,0");
    }

    @Test
    void aBuildCountsOnceOnTheDayOfItsFirstEnd() {
        // Given
        assertThat(take(built("r1", true, "03T01:00"))).containsExactly("main-builds|host/owner/name|2026-03-03=1,1");

        // When
        List<String> later = take(built("r1", true, "03T02:00"));
        List<String> earlier = take(built("r1", true, "02T01:00"));

        // Then
        assertThat(later).isEmpty();
        assertThat(earlier)
                .containsExactly(
                        "main-builds|host/owner/name|2026-03-03=-1,-1", "main-builds|host/owner/name|2026-03-02=1,1");
    }

    @Test
    void aCommitIsRedFromItsFirstFailureToItsFirstSuccess() {
        // Given
        take(built("r1", false, "03T01:00"));
        take(built("r2", false, "03T01:30"));

        // When
        List<String> changes = take(built("r3", true, "03T02:00"));

        // Then
        assertThat(changes)
                .containsExactly(
                        "main-builds|host/owner/name|2026-03-03=1,1",
                        "time-to-green|host/owner/name|2026-03-03=1,3600000");
    }

    @Test
    void aCommitThatWasGreenFirstHasNoTimeToGreen() {
        // Given
        take(built("r1", false, "03T01:00"));
        take(built("r2", true, "03T02:00"));

        // When
        List<String> changes = take(built("r3", true, "03T00:30"));

        // Then
        assertThat(changes)
                .containsExactly(
                        "main-builds|host/owner/name|2026-03-03=1,1",
                        "time-to-green|host/owner/name|2026-03-03=-1,-3600000");
    }

    @Test
    void workflowsAreRedByThemselves() {
        // Given
        take(built("r1", false, "03T01:00"));

        // When
        List<String> changes = take(seen(Kind.BUILT, "03T02:00").by("r2", 1, "lint", true));

        // Then
        assertThat(changes).containsExactly("main-builds|host/owner/name|2026-03-03=1,1");
    }

    @Test
    void whatIsKnownIsNotNew() {
        // Given
        Sighting build = built("r1", false, "03T01:00");

        // When
        boolean first = milestones.take(build, change -> {});
        boolean again = milestones.take(build, change -> {});

        // Then
        assertThat(first).isTrue();
        assertThat(again).isFalse();
    }

    @Test
    void neitherOrderNorRepetitionMatters() {
        // Given
        List<Sighting> history = new ArrayList<>(List.of(
                seen(Kind.LANDED, "03T00:05"),
                seen(Kind.LANDED, "02T23:55"),
                seen(Kind.DELIVERED, "04T00:01"),
                seen(Kind.DELIVERED, "03T23:59"),
                built("r1", false, "03T00:20"),
                built("r1", false, "03T00:15"),
                built("r2", true, "03T00:40"),
                built("r3", true, "04T00:30")));
        Map<String, String> expected = totals(history);

        // When
        Stream<Map<String, String>> shuffled = Stream.iterate(1, seed -> seed + 1)
                .limit(200)
                .map(seed -> {
                    List<Sighting> twice = new ArrayList<>(history);
                    twice.addAll(history);
                    Collections.shuffle(twice, new Random(seed));
                    return totals(twice);
                });

        // Then
        assertThat(expected)
                .containsEntry("lead-time|host/owner/name|2026-03-03", "1,86640000")
                .containsEntry("time-to-green|host/owner/name|2026-03-03", "1,1500000");
        assertThat(shuffled).allMatch(expected::equals);
    }

    private static Map<String, String> totals(List<Sighting> history) {
        Milestones fresh = new Milestones();
        Map<String, long[]> sums = new TreeMap<>();
        history.forEach(sighting -> fresh.take(sighting, change -> {
            long[] sum = sums.computeIfAbsent(change.key, key -> new long[2]);
            sum[0] += change.count;
            sum[1] += change.sum;
        }));
        Map<String, String> totals = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (sum[0] != 0 || sum[1] != 0) {
                totals.put(key, sum[0] + "," + sum[1]);
            }
        });
        return totals;
    }
}
