package dev.streamgauge.processors.lifetimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.testkit.LongHistory;
import dev.streamgauge.processors.testkit.LongHistory.Arrival;
import dev.streamgauge.processors.testkit.Remembering;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgettingTest {

    private static final Memory SIX_DAYS = new Memory(LongHistory.DAY.multipliedBy(6));
    private static final Definitions ALL_CHOICES = new Definitions(
            Pattern.all("prod*"), Pattern.all("c?"), Duration.ofHours(1), null, Set.of(Profile.values()));
    private static final int DAYS = 16;

    private static final Map<String, String> AS_MANY = Map.of(
            "verdicts", "deploys",
            "deploys-of-commit", "deploys",
            "finished-deploys-of-commit", "finished-deploys",
            "lane-history", "finished-deploys",
            "lane-history-by-commit", "finished-deploys",
            "builds-of-commit", "builds",
            "red-episodes-on-main", "red-episodes");
    private static final Map<String, String> AT_MOST = Map.ofEntries(
            Map.entry("finished-deploys", "deploys"),
            Map.entry("deployments", "finished-deploys"),
            Map.entry("deployments-by-id", "deployments"),
            Map.entry("stairs", "finished-deploys"),
            Map.entry("deployed-commits", "deploys"),
            Map.entry("remediations", "deploys"),
            Map.entry("late-deliveries", "deliveries"),
            Map.entry("waiting-changes", "deliveries"),
            Map.entry("repairs", "changes"),
            Map.entry("main-line", "commits"),
            Map.entry("fork-points", "commits"),
            Map.entry("watched-commits", "commits"),
            Map.entry("requests-by-branch", "requests"),
            Map.entry("main-walk", "builds"),
            Map.entry("main-walk-greens", "main-walk"),
            Map.entry("green-builds", "main-walk"),
            Map.entry("finished-runs", "builds"),
            Map.entry("first-runs", "finished-runs"),
            Map.entry("verdicts-of-commits", "builds"),
            Map.entry("first-verdicts", "verdicts-of-commits"));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("streamgauge.histories", 25));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPublishedIsTheSameWithAndWithoutForgetting(long seed) {
        // Given
        List<Arrival> arrivals = new LongHistory(seed).days(DAYS, 10 + (int) (seed % 20));
        Remembering everything = new Remembering(Memory.FOR_EVER, ALL_CHOICES);
        Remembering memory = new Remembering(SIX_DAYS, ALL_CHOICES);

        // When
        arrivals.forEach(everything::hears);
        arrivals.forEach(memory::hears);

        // Then
        assumeThat(everything.published(Deliveries.DELIVERIES).values()).noneMatch(ForgettingTest::isGivenUp);
        assertThat(memory.size(Deliveries.DEPLOYS)).isLessThan(everything.size(Deliveries.DEPLOYS));
        memory.facts()
                .forEach((table, rows) -> assertThat(
                                differences(everything.facts().get(table), rows))
                        .as(table)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLeftThatLeadsToWhatIsForgotten(long seed) {
        // Given
        List<Arrival> arrivals = new LongHistory(seed).days(DAYS, 20);
        Remembering memory = new Remembering(SIX_DAYS, ALL_CHOICES);
        arrivals.forEach(memory::hears);

        // When
        memory.rests(arrivals.get(arrivals.size() - 1).at().plus(Duration.ofDays(365)));

        // Then
        Map<String, Integer> sizes = memory.sizes();
        assertThat(sizes).containsAllEntriesOf(Map.of("windows", 0, "jobs", 0));
        AS_MANY.forEach((table, owner) -> assertThat(sizes.get(table)).as(table).isEqualTo(sizes.get(owner)));
        AT_MOST.forEach((table, owner) -> assertThat(sizes.get(table)).as(table).isLessThanOrEqualTo(sizes.get(owner)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsCountedAsNotEndedIsWhatIsRememberedAndHasNotEnded(long seed) {
        // Given
        List<Arrival> arrivals = new LongHistory(seed).days(DAYS, 20);
        Remembering memory = new Remembering(SIX_DAYS, ALL_CHOICES);

        // When
        arrivals.forEach(memory::hears);

        // Then
        assertThat(memory.missing(Gap.BUILD_UNFINISHED))
                .isEqualTo(count(memory.remembered(MainHealth.BUILDS), build -> !build.finished()));
        assertThat(memory.missing(Gap.DEPLOY_UNFINISHED))
                .isEqualTo(count(memory.remembered(Deliveries.DEPLOYS), deploy -> !deploy.finished()));
        assertThat(memory.missing(Gap.REQUEST_OPEN)).isEqualTo(count(memory.remembered(Changes.CHANGES), Change::open));
        assertThat(memory.missing(Gap.INCIDENT_OPEN))
                .isEqualTo(count(memory.remembered(Failures.INCIDENTS), Incident::open));
    }

    private static <V> long count(Collection<V> rows, Predicate<V> which) {
        return rows.stream().filter(which).count();
    }

    private static List<String> differences(Map<Key, ?> expected, Map<Key, ?> actual) {
        Set<Key> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), actual.get(key)))
                .map(key -> "%nexpected %s%n but was %s".formatted(expected.get(key), actual.get(key)))
                .toList();
    }

    /** A change that waits longer than the memory reaches. */
    private static boolean isGivenUp(Delivery delivery) {
        boolean waits = delivery.isInFlight() || (delivery.isDelivered() && delivery.landedAt() != null);
        long until = delivery.isDelivered() ? delivery.finish().at() : Long.MAX_VALUE;
        return waits && until - delivery.landedAt() > Duration.ofDays(3).toMillis();
    }
}
