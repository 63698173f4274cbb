package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.runs.BranchClass;
import dev.streamgauge.processors.runs.FirstRun;
import dev.streamgauge.processors.runs.Job;
import dev.streamgauge.processors.runs.Waits;
import java.util.ArrayList;
import java.util.List;

/** What runs and jobs contribute to {@code throughput.v1} and {@code build-times.v1} (docs/metrics.md, section 3). */
final class RunContributions {

    private final WorkflowKeys keys;

    RunContributions(Definitions definitions) {
        this.keys = new WorkflowKeys(definitions);
    }

    /** Of a run; null: none. */
    List<Contribution> of(Build build) {
        List<Contribution> contributions = new ArrayList<>();
        if (build != null && build.finished()) {
            throughput(build, contributions);
            List<String> dimensions = List.of(build.workflow(), WindowKey.ALL);
            times(build, keys.of(Kind.BUILD_TIMES, build.repository(), dimensions, build.finishedAt()), contributions);
        }
        return contributions;
    }

    /** Of a commit's first run; null: none. */
    List<Contribution> of(FirstRun first) {
        List<Contribution> contributions = new ArrayList<>();
        if (first != null) {
            windows(first.repository(), first.branchClass(), first.end().at())
                    .forEach(key -> contributions.add(Contribution.count(key, "commits")));
        }
        return contributions;
    }

    /** Of a job, which is none of all workflows' runs; null: none. */
    List<Contribution> of(Job job) {
        List<Contribution> contributions = new ArrayList<>();
        if (job != null && job.build().finished()) {
            Build build = job.build();
            List<String> dimensions = List.of(build.workflow(), job.name());
            times(
                    build,
                    WindowKey.of(Kind.BUILD_TIMES, build.repository(), dimensions, build.finishedAt()),
                    contributions);
        }
        return contributions;
    }

    private static void throughput(Build build, List<Contribution> contributions) {
        for (WindowKey key : windows(build.repository(), BranchClass.of(build), build.finishedAt())) {
            contributions.add(Contribution.count(key, "runs"));
            if (build.succeeded() || build.failed()) {
                contributions.add(Contribution.count(key, build.failed() ? "failures" : "successes"));
            }
        }
    }

    private static List<WindowKey> windows(String repository, BranchClass branchClass, long at) {
        return WindowKey.of(Kind.THROUGHPUT, repository, List.of(branchClass.label()), at);
    }

    private static void times(Build build, List<WindowKey> keys, List<Contribution> contributions) {
        Waits.byMetric(build)
                .forEach((metric, tookMs) -> keys.forEach(key -> contributions.add(
                        tookMs == null
                                ? Contribution.count(key, metric, "excluded_clock_skew")
                                : Contribution.duration(key, metric, tookMs))));
    }
}
