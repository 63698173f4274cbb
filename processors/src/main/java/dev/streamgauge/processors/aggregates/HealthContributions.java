package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Episode;
import java.util.ArrayList;
import java.util.List;

/** What builds and red episodes contribute to {@code main-branch.v1} and {@code time-to-green.v1} (docs/metrics.md, sections 3 and 4). */
public final class HealthContributions {

    private HealthContributions() {}

    /** Of a build; null: none. */
    public static List<Contribution> of(Build build) {
        List<Contribution> contributions = new ArrayList<>();
        if (build != null && build.onMain() && build.finished()) {
            String counted =
                    build.failed() ? "failures" : build.succeeded() ? "successes" : "excluded_" + build.outcome();
            for (WindowKey key : keys(Kind.MAIN_BRANCH, build.repository(), build.workflow(), build.finishedAt())) {
                contributions.add(Contribution.count(key, counted));
            }
        }
        return contributions;
    }

    /** Of a red episode; null: none. */
    public static List<Contribution> of(Episode episode) {
        List<Contribution> contributions = new ArrayList<>();
        if (episode != null) {
            long at = (episode.open() ? episode.opener() : episode.closer()).at();
            for (WindowKey key : keys(Kind.TIME_TO_GREEN, episode.repository(), episode.workflow(), at)) {
                contributions.add(
                        episode.open()
                                ? Contribution.count(key, "excluded_open")
                                : Contribution.duration(key, episode.timeToGreenMs()));
            }
        }
        return contributions;
    }

    private static List<WindowKey> keys(Kind kind, String repository, String workflow, long at) {
        List<WindowKey> keys = new ArrayList<>(WindowKey.of(kind, repository, List.of(workflow, Profile.OURS), at));
        keys.addAll(WindowKey.of(kind, repository, List.of(WindowKey.ALL, Profile.OURS), at));
        return keys;
    }
}
