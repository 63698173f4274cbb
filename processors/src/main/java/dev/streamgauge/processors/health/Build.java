package dev.streamgauge.processors.health;

import static dev.streamgauge.processors.table.Lattice.least;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.landings.Position;
import java.time.Instant;
import java.util.List;

/**
 * An attempt of a run, as its snapshots say together, and its commit's place on main.
 *
 * @param outcome null unless finished
 * @param finishedAt epoch milliseconds; null unless finished
 * @param position its commit's place on main; null: none
 */
public record Build(
        String repository,
        BuildRef ref,
        String workflow,
        String sha,
        String trigger,
        String branch,
        String defaultBranch,
        String headRepository,
        String outcome,
        Long finishedAt,
        Position position) {

    private static final List<String> OUTCOMES = List.of(
            "success",
            "failure",
            "timed_out",
            "startup_failure",
            "action_required",
            "infrastructure_error",
            "cancelled",
            "stale",
            "neutral",
            "skipped");
    private static final List<String> FAILURES = List.of("failure", "timed_out", "startup_failure", "action_required");

    static Build of(BuildChanged event) {
        boolean finished = event.getState().equals("finished");
        Instant end = event.getFinishedAt() == null ? event.getOccurredAt() : event.getFinishedAt();
        return new Build(
                event.getRepository(),
                new BuildRef(event.getRunId(), event.getAttempt()),
                event.getWorkflow(),
                event.getSha(),
                event.getTrigger(),
                event.getBranch(),
                event.getDefaultBranch(),
                event.getHeadRepository(),
                finished ? event.getOutcome() : null,
                finished ? end.toEpochMilli() : null,
                null);
    }

    Build merge(Build other) {
        Build end = end(this, other);
        return new Build(
                repository,
                ref,
                least(workflow, other.workflow),
                least(sha, other.sha),
                least(trigger, other.trigger),
                least(branch, other.branch),
                least(defaultBranch, other.defaultBranch),
                least(headRepository, other.headRepository),
                end.outcome,
                end.finishedAt,
                null);
    }

    /** The one with the winning outcome; of the same outcome, the earlier. */
    private static Build end(Build a, Build b) {
        if (a.outcome == null || b.outcome == null) {
            return a.outcome == null ? b : a;
        }
        int rank = Integer.compare(OUTCOMES.indexOf(a.outcome), OUTCOMES.indexOf(b.outcome));
        return rank < 0 || (rank == 0 && a.finishedAt <= b.finishedAt) ? a : b;
    }

    Build at(Position place) {
        return new Build(
                repository,
                ref,
                workflow,
                sha,
                trigger,
                branch,
                defaultBranch,
                headRepository,
                outcome,
                finishedAt,
                place);
    }

    /** Whether it counts for main: a push or a schedule on main of this very repository. */
    public boolean onMain() {
        return (trigger.equals("push") || trigger.equals("schedule"))
                && branch != null
                && branch.equals(defaultBranch)
                && (headRepository == null || headRepository.equals(repository));
    }

    public boolean finished() {
        return outcome != null;
    }

    public boolean succeeded() {
        return "success".equals(outcome);
    }

    public boolean failed() {
        return outcome != null && FAILURES.contains(outcome);
    }

    /** Whether it says something about main. */
    boolean speaksForMain() {
        return onMain() && (succeeded() || failed());
    }

    /** Speaks for main, but its commit is not known to be there. */
    public boolean lacksLanding() {
        return speaksForMain() && position == null;
    }

    /** Its step in the walk along main; null if it takes none. */
    Step step() {
        return speaksForMain() && position != null
                ? new Step(position, Math.max(finishedAt, position.landedAt()), ref, succeeded())
                : null;
    }
}
