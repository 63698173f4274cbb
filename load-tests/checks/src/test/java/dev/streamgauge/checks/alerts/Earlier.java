package dev.streamgauge.checks.alerts;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** What was told of a build or a deploy before it ran: hostile histories mostly tell of its end alone, and nobody would wait. */
final class Earlier {

    private static final List<Duration> BEFORE =
            List.of(Duration.ofMinutes(50), Duration.ofHours(5), Duration.ofHours(30), Duration.ofDays(4));

    /** Another build has to end first. */
    private static final Duration LATER = Duration.ofMinutes(150);

    private final Dice dice;

    Earlier(Dice dice) {
        this.dice = dice;
    }

    /** An event that states nothing later than half an hour to some days before this one. */
    Optional<SpecificRecordBase> than(SpecificRecordBase event) {
        if (event instanceof BuildChanged build) {
            return Optional.of(queued(Envelope.copy(build)));
        }
        return event instanceof DeployChanged deploy ? Optional.of(waiting(Envelope.copy(deploy))) : Optional.empty();
    }

    private BuildChanged queued(BuildChanged build) {
        boolean gate = dice.chance(0.3);
        Instant at = before(build);
        build.setState(gate ? "waiting" : "queued");
        build.setOutcome(null);
        build.setQueuedAt(dice.chance(0.7) ? at : null);
        build.setApprovalRequestedAt(gate && dice.chance(0.7) ? at : null);
        build.setReadyAt(!gate && dice.chance(0.4) ? at.plus(LATER) : null);
        build.setApprovedAt(null);
        build.setStartedAt(null);
        build.setFinishedAt(null);
        return build;
    }

    private DeployChanged waiting(DeployChanged deploy) {
        Instant at = before(deploy);
        deploy.setState("waiting");
        deploy.setOutcome(null);
        deploy.setCreatedAt(dice.chance(0.7) ? at : null);
        deploy.setApprovalRequestedAt(dice.chance(0.7) ? at : null);
        deploy.setApprovedAt(null);
        deploy.setStartedAt(null);
        deploy.setFinishedAt(null);
        return deploy;
    }

    private Instant before(SpecificRecordBase event) {
        Instant at = Instant.ofEpochMilli(Envelope.occurredAt(event)).minus(dice.pick(BEFORE));
        event.put(Envelope.OCCURRED_AT, at);
        return at;
    }
}
