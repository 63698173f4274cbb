package dev.streamgauge.processors.deliveries;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.processors.landings.Fork;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Ending;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Millis;
import java.util.List;

/**
 * An attempt to deploy, as its snapshots say together, and its place on main.
 *
 * @param state pending, waiting, running or finished
 * @param outcome success, failure or cancelled; null unless finished
 * @param times before its end
 * @param finishedAt epoch milliseconds; null unless finished
 * @param join how its commit was found
 * @param position its place on main; null: none
 * @param owned whether a change owns its commit
 * @param repositories all that it carries, sorted, if there are several
 * @param toldAt when it was last told of by a snapshot that gave no time at all, epoch milliseconds; null: each gave one
 */
public record Deploy(
        String repository,
        DeployRef ref,
        String sha,
        String state,
        String outcome,
        DeployTimes times,
        Long finishedAt,
        Fork.Kind join,
        Position position,
        boolean owned,
        List<String> repositories,
        Long toldAt) {

    private static final List<String> STATES = List.of("pending", "waiting", "running", "finished");
    private static final List<String> OUTCOMES = List.of("success", "failure", "cancelled");

    static Deploy of(DeployChanged event) {
        Ending ending = Ending.of(event.getState(), event.getOutcome(), event.getFinishedAt(), event.getOccurredAt());
        return new Deploy(
                event.getRepository(),
                new DeployRef(
                        new Lane(service(event), event.getEnvironment()), event.getDeployId(), event.getAttempt()),
                event.getSha(),
                event.getState(),
                ending.outcome(),
                DeployTimes.of(event),
                ending.at(),
                Fork.Kind.SHA_UNKNOWN,
                null,
                false,
                Lattice.withAll(List.of(), event.getRepositories()),
                toldAt(event, ending));
    }

    private static Long toldAt(DeployChanged event, Ending ending) {
        boolean timeless = ending.at() == null && DeployTimes.of(event).latest() == null;
        return timeless ? Millis.of(event.getOccurredAt()) : null;
    }

    private static String service(DeployChanged event) {
        String repository = event.getRepository();
        return event.getService() == null ? repository.substring(repository.lastIndexOf('/') + 1) : event.getService();
    }

    /** The merge of two snapshots; the place on main is kept. */
    Deploy merge(Deploy other) {
        Ending end = ending().merge(other.ending(), OUTCOMES);
        return new Deploy(
                repository,
                ref,
                Lattice.least(sha, other.sha),
                STATES.get(Math.max(STATES.indexOf(state), STATES.indexOf(other.state))),
                end.outcome(),
                times.merge(other.times),
                end.at(),
                join,
                position,
                owned,
                Lattice.withAll(repositories, other.repositories),
                Lattice.greatest(toldAt, other.toldAt));
    }

    /** When it finished or, if it has not, the latest that is known of it; epoch milliseconds. */
    public long lastAt() {
        return finished() ? finishedAt : Lattice.greatest(times.latest(), toldAt);
    }

    private Ending ending() {
        return new Ending(outcome, finishedAt);
    }

    Deploy at(Fork fork, boolean hasOwner) {
        return new Deploy(
                repository,
                ref,
                sha,
                state,
                outcome,
                times,
                finishedAt,
                fork.kind(),
                fork.position(),
                hasOwner,
                repositories,
                toldAt);
    }

    /** When it began to run, epoch milliseconds; null: not yet, or unknown. */
    public Long startedAt() {
        return times.startedAt();
    }

    public boolean finished() {
        return outcome != null;
    }

    public boolean successful() {
        return "success".equals(outcome);
    }

    /** Its end, if it was successful; otherwise null. */
    public Finish finish() {
        return successful() ? new Finish(finishedAt, ref.deployId(), ref.attempt(), sha, position) : null;
    }

    /** Its beginning, if it has begun and not finished; otherwise null. */
    DeployStart start() {
        return finished() || startedAt() == null
                ? null
                : new DeployStart(startedAt(), ref.deployId(), ref.attempt(), sha, position);
    }

    /** The time at an approval; null: none was requested. */
    Span approval() {
        if (times.approvalRequestedAt() == null) {
            return null;
        }
        Long until = times.approvedAt() == null ? startedAt() : times.approvedAt();
        return new Span(times.approvalRequestedAt(), until == null ? finishedAt : until);
    }

    /** How its commit was joined: on_main, fork_point, owned or unjoined. */
    public String joinedBy() {
        return switch (join) {
            case ON_MAIN -> "on_main";
            case FORK_POINT -> "fork_point";
            case OFF_MAIN, SHA_UNKNOWN -> owned ? "owned" : "unjoined";
        };
    }

    /** Why it is unjoined: sha_unknown or off_main; null when joined. */
    public String unjoinedReason() {
        if (!joinedBy().equals("unjoined")) {
            return null;
        }
        return join == Fork.Kind.SHA_UNKNOWN ? "sha_unknown" : "off_main";
    }
}
