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
 * @param finishedAt epoch milliseconds; null unless finished
 * @param join how its commit was found
 * @param position its place on main; null: none
 * @param owned whether a change owns its commit
 */
public record Deploy(
        String repository,
        DeployRef ref,
        String sha,
        String state,
        String outcome,
        Long startedAt,
        Long finishedAt,
        Fork.Kind join,
        Position position,
        boolean owned) {

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
                Millis.of(event.getStartedAt()),
                ending.at(),
                Fork.Kind.SHA_UNKNOWN,
                null,
                false);
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
                Lattice.least(startedAt, other.startedAt),
                end.at(),
                join,
                position,
                owned);
    }

    private Ending ending() {
        return new Ending(outcome, finishedAt);
    }

    Deploy at(Fork fork, boolean hasOwner) {
        return new Deploy(
                repository, ref, sha, state, outcome, startedAt, finishedAt, fork.kind(), fork.position(), hasOwner);
    }

    public boolean successful() {
        return "success".equals(outcome);
    }

    /** Whether it can deliver what is at or before its place. */
    boolean ranks() {
        return successful() && position != null;
    }

    /** The end of a successful deploy. */
    public Finish finish() {
        return new Finish(finishedAt, ref.deployId(), ref.attempt(), sha, position);
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
