package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.table.TableSpec;
import java.util.List;
import java.util.function.Function;

/**
 * Facts that aggregates sum.
 *
 * @param facts the table they stand in
 * @param contributions what a fact adds to which windows; of null, nothing
 */
public record Counted<V>(TableSpec<V> facts, Function<V, List<Contribution>> contributions) {

    /** All of them, as the definitions want them counted. */
    public static List<Counted<?>> all(Definitions definitions) {
        return List.of(
                new Counted<>(Deliveries.DELIVERIES, DeliveryContributions::of),
                new Counted<>(Failures.VERDICTS, FailureContributions::of),
                new Counted<>(Failures.INCIDENTS, FailureContributions::of),
                new Counted<>(MainHealth.BUILDS, HealthContributions::of),
                new Counted<>(MainHealth.EPISODES, HealthContributions::of));
    }
}
