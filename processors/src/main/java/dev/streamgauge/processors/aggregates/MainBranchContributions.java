package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.runs.FirstVerdict;
import java.util.ArrayList;
import java.util.List;

/** What builds and commits contribute to {@code main-branch.v1} (docs/metrics.md, sections 3 and 10). */
final class MainBranchContributions {

    /** How many counted builds are not the first of their commit: each counts, and the first is taken off again. */
    private static final String RERUNS = "reruns";

    private final WorkflowKeys keys;
    private final boolean circleci;

    MainBranchContributions(Definitions definitions) {
        this.keys = new WorkflowKeys(definitions);
        this.circleci = definitions.answersIn(Profile.CIRCLECI);
    }

    /** Of a build; null: none. */
    List<Contribution> of(Build build) {
        List<Contribution> contributions = new ArrayList<>();
        if (build != null && build.onMain() && build.finished()) {
            for (WindowKey key : keys(build, Profile.OURS)) {
                ours(key, build, contributions);
            }
            if (circleci) {
                keys(build, Profile.CIRCLECI.label()).forEach(key -> theirs(key, build, contributions));
            }
        }
        return contributions;
    }

    /** Of a commit; null: none. */
    List<Contribution> of(FirstVerdict verdict) {
        List<Contribution> contributions = new ArrayList<>();
        if (verdict == null) {
            return contributions;
        }
        for (WindowKey key : keys(verdict, verdict.at())) {
            contributions.add(Contribution.count(key, "commits"));
            contributions.add(Contribution.sum(key, RERUNS, -1));
            if (verdict.green()) {
                contributions.add(Contribution.count(key, "green_commits"));
            }
        }
        if (verdict.flakeAt() != null) {
            keys(verdict, verdict.flakeAt()).forEach(key -> contributions.add(Contribution.count(key, "flakes")));
        }
        return contributions;
    }

    private static void ours(WindowKey key, Build build, List<Contribution> contributions) {
        if (build.speaksForMain()) {
            contributions.add(Contribution.count(key, build.failed() ? "failures" : "successes"));
            contributions.add(Contribution.count(key, RERUNS));
        } else {
            contributions.add(Contribution.count(key, "excluded_" + build.outcome()));
        }
    }

    /** All that is neither cancelled nor a success is a failure. */
    private static void theirs(WindowKey key, Build build, List<Contribution> contributions) {
        if (build.outcome().equals("cancelled")) {
            contributions.add(Contribution.count(key, "excluded_cancelled"));
            return;
        }
        contributions.add(Contribution.count(key, "count"));
        contributions.add(Contribution.count(key, build.succeeded() ? "successes" : "failures"));
    }

    private List<WindowKey> keys(Build build, String profile) {
        return keys.of(Kind.MAIN_BRANCH, build.repository(), List.of(build.workflow(), profile), build.finishedAt());
    }

    private List<WindowKey> keys(FirstVerdict verdict, long at) {
        return keys.of(Kind.MAIN_BRANCH, verdict.repository(), List.of(verdict.workflow(), Profile.OURS), at);
    }
}
