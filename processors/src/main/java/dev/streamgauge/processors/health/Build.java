package dev.streamgauge.processors.health;

import static dev.streamgauge.processors.table.Lattice.least;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Ending;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Millis;
import java.util.List;

/**
 * An attempt of a run, as its snapshots say together, and its commit's place on main.
 *
 * @param outcome null unless finished
 * @param finishedAt epoch milliseconds; null unless finished
 * @param position its commit's place on main; null: none
 * @param start how it came to run
 * @param toldAt when it was last told of by a snapshot that gave no time at all, epoch milliseconds; null: each gave one
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
        Position position,
        Start start,
        Long toldAt) {

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

    /** What a snapshot says, without a place on main. */
    public static Build of(BuildChanged event) {
        Ending ending = Ending.of(event.getState(), event.getOutcome(), event.getFinishedAt(), event.getOccurredAt());
        return new Build(
                event.getRepository(),
                new BuildRef(event.getRunId(), event.getAttempt()),
                event.getWorkflow(),
                event.getSha(),
                event.getTrigger(),
                event.getBranch(),
                event.getDefaultBranch(),
                event.getHeadRepository(),
                ending.outcome(),
                ending.at(),
                null,
                Start.of(event),
                toldAt(event, ending));
    }

    private static Long toldAt(BuildChanged event, Ending ending) {
        boolean timeless = ending.at() == null && Start.of(event).latest() == null;
        return timeless ? Millis.of(event.getOccurredAt()) : null;
    }

    /** What two snapshots of the same build say together, without a place on main. */
    public Build merge(Build other) {
        Ending end = ending().merge(other.ending(), OUTCOMES);
        return new Build(
                repository,
                ref,
                least(workflow, other.workflow),
                least(sha, other.sha),
                least(trigger, other.trigger),
                least(branch, other.branch),
                least(defaultBranch, other.defaultBranch),
                least(headRepository, other.headRepository),
                end.outcome(),
                end.at(),
                null,
                start.merge(other.start),
                Lattice.greatest(toldAt, other.toldAt));
    }

    private Ending ending() {
        return new Ending(outcome, finishedAt);
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
                place,
                start,
                toldAt);
    }

    /** When it was known to be finished or, if it is not, the latest that is known of it; epoch milliseconds. */
    public long lastAt() {
        return finished()
                ? Lattice.greatest(finishedAt, position == null ? null : (Long) position.landedAt())
                : Lattice.greatest(start.latest(), toldAt);
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

    /** Whether it says something about main: the success or failure of a build on main. */
    public boolean speaksForMain() {
        return onMain() && (succeeded() || failed());
    }

    /** Speaks for main, but its commit is not known to be there. */
    public boolean lacksLanding() {
        return speaksForMain() && position == null;
    }

    /** Its step in the walk along main; null if it takes none. */
    public Step step() {
        return speaksForMain() && position != null
                ? new Step(position, Math.max(finishedAt, position.landedAt()), ref, succeeded())
                : null;
    }
}
