package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.List;

/** Builds drawn at random: mostly failures and successes on main, with all that only looks like main beside them. */
final class Builds {
    static final List<String> ODD_OUTCOMES = List.of(
            "timed_out",
            "startup_failure",
            "action_required",
            "infrastructure_error",
            "cancelled",
            "stale",
            "neutral",
            "skipped");
    static final List<String> TRIGGERS = List.of(
            "push", "push", "push", "push", "push", "schedule", "pull_request", "merge_group", "manual", "other");

    private final Alphabet names;

    Builds(Alphabet names) {
        this.names = names;
    }

    BuildChanged draw() {
        BuildChanged build = Blank.build(names.repository());
        Envelope.happened(build, "github", names.moments.any().toEpochMilli());
        build.setRunId("r" + names.dice.below(8));
        build.setAttempt(1 + names.dice.weighted(6, 2, 1));
        build.setJob(names.unless(0.8, names.dice.chance(0.5) ? "test" : "package"));
        build.setWorkflow(names.dice.pick(Alphabet.WORKFLOWS));
        build.setSha(names.mainSha());
        build.setRunnerLabels(names.dice.chance(0.5) ? List.of("linux") : List.of());
        origin(build, names.dice.pick(TRIGGERS));
        progress(build);
        return build;
    }

    /** A finished build of the main branch. */
    BuildChanged onMain(String repository, String sha, String outcome, Instant finished) {
        BuildChanged build = Blank.build(repository);
        Envelope.happened(build, "github", finished.toEpochMilli());
        build.setRunId("r" + (10 + names.dice.below(40)));
        build.setWorkflow(names.dice.chance(0.8) ? "ci" : "lint");
        build.setSha(sha);
        build.setTrigger("push");
        build.setBranch(Alphabet.MAIN);
        build.setDefaultBranch(Alphabet.MAIN);
        build.setHeadRepository(names.unless(0.7, repository));
        build.setState("finished");
        build.setOutcome(outcome);
        times(build, finished.minusMillis(2 * Moments.STEP));
        build.setFinishedAt(finished);
        return build;
    }

    private void origin(BuildChanged build, String trigger) {
        build.setTrigger(trigger);
        build.setBranch(names.unless(0.1, names.dice.chance(0.85) ? Alphabet.MAIN : "feature"));
        build.setDefaultBranch(names.unless(0.15, Alphabet.MAIN));
        build.setHeadRepository(names.unless(0.6, names.dice.chance(0.5) ? Alphabet.FORK : build.getRepository()));
        build.setRequest(names.unless(0.8, names.request()));
    }

    private void progress(BuildChanged build) {
        boolean finished = names.dice.chance(0.8);
        build.setState(finished ? "finished" : names.dice.pick(List.of("queued", "waiting", "running")));
        times(build, build.getOccurredAt());
        build.setOutcome(finished ? outcome() : null);
        build.setFinishedAt(finished ? names.unless(0.15, names.moments.near(build.getOccurredAt())) : null);
    }

    /** All about the same moment, in any order: equal, inverted by the tolerance, by less and by more. */
    void times(BuildChanged build, Instant at) {
        build.setQueuedAt(names.unless(0.2, names.moments.near(at)));
        build.setReadyAt(names.unless(0.5, names.moments.near(at)));
        build.setApprovalRequestedAt(names.unless(0.7, names.moments.near(at)));
        build.setApprovedAt(names.unless(0.7, names.moments.near(at)));
        build.setStartedAt(names.unless(0.2, names.moments.near(at)));
    }

    String outcome() {
        return switch (names.dice.weighted(4, 4, 3)) {
            case 0 -> "success";
            case 1 -> "failure";
            default -> names.dice.pick(ODD_OUTCOMES);
        };
    }
}
