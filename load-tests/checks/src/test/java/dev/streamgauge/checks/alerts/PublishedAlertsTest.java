package dev.streamgauge.checks.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.AlertOracle.Clock;
import dev.streamgauge.oracle.Fired;
import dev.streamgauge.oracle.Fired.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same law through the production topology, read off {@code alerts.v1}. */
class PublishedAlertsTest {

    private static final int HISTORIES = 4;

    /** Between repositories and those whom they belong to is a topic: what one look sends to it, the next one sees. */
    private static final Clock CLOCK = Clocks.WEEKS.heard(1);

    @TempDir
    Path directory;

    /** What a receiver knows an episode by. */
    private record DedupKey(String fingerprint, Instant startsAt) {}

    @Test
    void exactlyTheEpisodesOfTheOracleArePublishedAsFiringAndAsResolved() {
        // Given
        List<AlertTrial> trials = AlertTrial.hostile(
                CLOCK, LongStream.rangeClosed(1, HISTORIES).boxed().toList());
        SortedSet<Fired> expected = trials.stream()
                .flatMap(trial -> trial.expected().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Arrival> arrivals = trials.stream()
                .flatMap(trial -> trial.arrivals().stream())
                .sorted()
                .toList();

        // When
        Map<DedupKey, List<Alert>> published = published(Hostile.doubled(CLOCK, arrivals, new Dice(1)));

        // Then
        assertThat(fired(published.values())).isEqualTo(expected);
        assertThat(published).hasSameSizeAs(expected);
        assertThat(published.values()).allSatisfy(PublishedAlertsTest::isTold);
    }

    /** The versions of each episode that fired. */
    private Map<DedupKey, List<Alert>> published(List<Arrival> arrivals) {
        try (WatchedTopology topology = new WatchedTopology(directory, CLOCK, ExactRules.JSON)) {
            arrivals.forEach(topology::take);
            topology.finish();
            assertThat(topology.refused()).isZero();
            return topology.published().stream()
                    .filter(alert -> alert.getFiredAt() != null)
                    .collect(Collectors.groupingBy(
                            alert -> new DedupKey(alert.getFingerprint(), alert.getStartsAt()),
                            LinkedHashMap::new,
                            Collectors.toList()));
        }
    }

    /** First that it fires and, if it is over, once and last that it is. */
    private static void isTold(List<Alert> versions) {
        List<String> states = versions.stream().map(Alert::getState).toList();
        assertThat(states.get(0)).isEqualTo("firing");
        assertThat(states.subList(0, states.size() - 1)).allMatch("firing"::equals);
        assertThat(states.get(states.size() - 1)).isIn("firing", "resolved");
    }

    private static SortedSet<Fired> fired(Collection<List<Alert>> episodes) {
        Versions versions = new Versions();
        episodes.forEach(each -> each.forEach(version -> versions.take(fired(version))));
        return versions.all();
    }

    private static Fired fired(Alert version) {
        return new Fired(
                version.getRule(),
                version.getName(),
                about(version.getSubject()),
                version.getStartsAt().toEpochMilli(),
                version.getFiredAt().toEpochMilli(),
                version.getResolvedAt() == null ? null : version.getResolvedAt().toEpochMilli(),
                List.of(new Phase(
                        version.getUpdatedAt().toEpochMilli(), version.getSeverity(), version.getSuppressedBy())));
    }

    private static String about(Map<String, String> subject) {
        return subject.containsKey("service")
                ? subject.get("service") + "/" + subject.get("environment")
                : List.of("queue", "workflow", "source").stream()
                        .filter(subject::containsKey)
                        .map(subject::get)
                        .findFirst()
                        .orElseThrow();
    }
}
