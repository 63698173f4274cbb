package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Lattice;
import java.util.Arrays;
import java.util.List;

/** Decides how a change stands in a lane (docs/metrics.md, section 2). */
final class Decision {

    private final LaneDeploys deploys;
    private final DeployedCommits commits;
    private final GreenLine green;
    private final Definitions definitions;

    Decision(LaneDeploys deploys, DeployedCommits commits, GreenLine green, Definitions definitions) {
        this.deploys = deploys;
        this.commits = commits;
        this.green = green;
        this.definitions = definitions;
    }

    /** A deploy that brought the change, and how that is known. */
    private record Bringing(Finish finish, String evidence) {

        /** The earlier; of the same deploy, this one. */
        Bringing or(Finish other, String how) {
            return other == null || (finish != null && finish.compareTo(other) <= 0) ? this : new Bringing(other, how);
        }
    }

    /** Whether a change can be delivered to a lane. */
    static boolean concerns(Change change, Lane lane) {
        return change.services() == null || change.services().contains(lane.service());
    }

    /** How it stands; null: nothing is to be said of it. */
    Delivery decide(Change change, Lane lane) {
        if (!concerns(change, lane)) {
            return null;
        }
        Finish reaching =
                change.landed() ? deploys.finished().reaching(change.repository(), lane, change.landing()) : null;
        boolean first = reaching != null && deploys.isFirst(change.repository(), lane, reaching);
        Bringing bringing = new Bringing(null, null)
                .or(owned(change, lane), "owned_sha")
                .or(picked(change, lane), "cherry_pick")
                .or(first ? null : reaching, "position");
        if (bringing.finish() != null) {
            return delivered(change, lane, bringing);
        }
        if (first) {
            return Delivery.baseline(change, lane);
        }
        return isInFlight(change, lane) ? Delivery.baseline(change, lane).in(openStage(change, lane)) : null;
    }

    private Finish owned(Change change, Lane lane) {
        Finish first = null;
        for (String sha : change.watched()) {
            first = Lattice.least(first, deploys.finished().ofCommit(change.repository(), sha, lane));
        }
        return first;
    }

    private Finish picked(Change change, Lane lane) {
        Finish first = null;
        for (String sha : change.watched()) {
            for (Carrier carrier : commits.carriers(change.repository(), sha)) {
                first = Lattice.least(first, deploys.finished().ofCommit(change.repository(), carrier.sha(), lane));
            }
        }
        return first;
    }

    private Delivery delivered(Change change, Lane lane, Bringing bringing) {
        Finish finish = bringing.finish();
        Delivery delivery = Delivery.baseline(change, lane).by(finish, bringing.evidence(), Requested.of(change));
        if (delivery.changeLeadTimeMs() == null) {
            return delivery;
        }
        Deploy deploy = commits.deploy(change.repository(), new DeployRef(lane, finish.deployId(), finish.attempt()));
        List<Span> queued = change.passes().stream().map(Span::of).toList();
        return delivery.in(Stages.of(delivery.beganAt(), ends(change, deploy), queued, deploy.approval()));
    }

    private List<Long> ends(Change change, Deploy deploy) {
        return Arrays.asList(
                change.readyAt(),
                change.firstReviewAt(),
                change.approvedAt(),
                change.landedAt(),
                change.landed() ? green.greenAt(change.repository(), change.landing()) : null,
                deploy.startedAt(),
                deploy.finishedAt());
    }

    private boolean isInFlight(Change change, Lane lane) {
        return change.landed()
                && definitions.isProduction(lane.environment())
                && deploys.begun(change.repository(), lane);
    }

    private OpenStage openStage(Change change, Lane lane) {
        Position landing = change.landing();
        DeployStart running = deploys.started().reaching(change.repository(), lane, landing);
        for (String sha : change.watched()) {
            running = Lattice.least(running, deploys.started().ofCommit(change.repository(), sha, lane));
        }
        if (running != null) {
            return new OpenStage(Stage.DEPLOY_RUN, running.at(), landing);
        }
        Long integrated = green.greenAt(change.repository(), landing);
        return integrated == null
                ? new OpenStage(Stage.INTEGRATION, landing.landedAt(), landing)
                : new OpenStage(Stage.DEPLOY_WAIT, integrated, landing);
    }
}
