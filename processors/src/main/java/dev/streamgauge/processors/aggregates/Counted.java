package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.runs.FirstRuns;
import dev.streamgauge.processors.runs.FirstVerdicts;
import dev.streamgauge.processors.runs.NextGreens;
import dev.streamgauge.processors.runs.Runs;
import dev.streamgauge.processors.table.TableSpec;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Facts that aggregates sum.
 *
 * @param facts the table they stand in
 * @param contributions what a fact adds to which windows; of null, nothing
 */
public record Counted<V>(TableSpec<V> facts, Function<V, List<Contribution>> contributions) {

    /** All of them, as the definitions want them counted. */
    public static List<Counted<?>> all(Definitions definitions) {
        MainBranchContributions mainBranch = new MainBranchContributions(definitions);
        TimeToGreenContributions timeToGreen = new TimeToGreenContributions(definitions);
        RunContributions runs = new RunContributions(definitions);
        return List.of(
                new Counted<>(Changes.CHANGES, ChangeContributions::of),
                new Counted<>(Deliveries.DELIVERIES, delivery -> DeliveryContributions.of(delivery, definitions)),
                new Counted<>(Failures.VERDICTS, FailureContributions::of),
                new Counted<>(Failures.INCIDENTS, FailureContributions::of),
                new Counted<>(MainHealth.BUILDS, build -> joined(mainBranch.of(build), runs.of(build))),
                new Counted<>(MainHealth.EPISODES, timeToGreen::of),
                new Counted<>(FirstVerdicts.FIRST_VERDICTS, mainBranch::of),
                new Counted<>(NextGreens.NEXT_GREENS, timeToGreen::of),
                new Counted<>(FirstRuns.FIRST_RUNS, runs::of),
                new Counted<>(Runs.JOBS, runs::of));
    }

    /** Where the time of deliveries went, alone. */
    public static Counted<Delivery> flow(Definitions definitions) {
        return new Counted<>(
                Deliveries.DELIVERIES,
                delivery -> delivery != null && delivery.isDelivered()
                        ? FlowContributions.of(delivery, definitions.baseline())
                        : List.of());
    }

    private static List<Contribution> joined(List<Contribution> some, List<Contribution> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
