package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Requests;
import dev.streamgauge.processors.ownership.Reverts;
import dev.streamgauge.processors.runs.FirstRuns;
import dev.streamgauge.processors.runs.FirstVerdicts;
import dev.streamgauge.processors.runs.NextGreens;
import dev.streamgauge.processors.runs.Runs;
import java.util.List;

/**
 * What is forgotten in the end. Each thing has one table that decides; whatever else is kept of it goes in the same moment, so that no
 * row leads to one that is gone. They wait for each other in one direction only: deliveries, changes, commits, requests.
 */
public final class Lifetimes {

    private Lifetimes() {}

    /** All of them. */
    public static List<Expiring<?>> of(Models models) {
        return List.of(
                new Expiring<>(Changes.CHANGES, new ChangeLife(models)),
                new Expiring<>(Landings.COMMITS, new CommitLife(models)),
                new Expiring<>(Requests.REQUESTS, new RequestLife(models)),
                new Expiring<>(Requests.LONG_LIVED, new BranchLife(models)),
                new Expiring<>(
                        Reverts.REVERTERS,
                        (key, reverters, horizon) -> reverters.changes().stream()
                                .noneMatch(change -> models.changes().remembers(key.text(), change))),
                new Expiring<>(Deliveries.DEPLOYS, new DeployLife(models)),
                new Expiring<>(Deliveries.LANE_STATES, new LaneLife(models)),
                new Expiring<>(MainHealth.BUILDS, new BuildLife(models)),
                new Expiring<>(MainHealth.EPISODES, new EpisodeLife(models)),
                new Expiring<>(Runs.JOBS, (job, horizon) -> job.build().lastAt() < horizon),
                new Expiring<>(Failures.INCIDENTS, new IncidentLife(models)),
                Expiring.withOthers(Deliveries.DELIVERIES),
                Expiring.withOthers(Failures.VERDICTS),
                Expiring.withOthers(FirstVerdicts.FIRST_VERDICTS),
                Expiring.withOthers(FirstRuns.FIRST_RUNS),
                Expiring.withOthers(NextGreens.NEXT_GREENS));
    }
}
