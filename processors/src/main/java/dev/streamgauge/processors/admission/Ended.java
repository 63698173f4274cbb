package dev.streamgauge.processors.admission;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.events.v1.SourceChecked;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** When what an event tells of was over. */
final class Ended {

    private Ended() {}

    /** When it was over, or when it happened if it is not; null: it never is. */
    static Instant at(SpecificRecord event) {
        if (event instanceof CommitPushed push) {
            return push.getOccurredAt();
        }
        if (event instanceof ReviewChanged review) {
            return request(review);
        }
        if (event instanceof BuildChanged build) {
            return first(build.getFinishedAt(), build.getOccurredAt());
        }
        if (event instanceof DeployChanged deploy) {
            return first(deploy.getFinishedAt(), deploy.getOccurredAt());
        }
        if (event instanceof IncidentChanged incident) {
            return first(incident.getResolvedAt(), incident.getOccurredAt());
        }
        return event instanceof SourceChecked look ? look.getOccurredAt() : null;
    }

    private static Instant request(ReviewChanged review) {
        return switch (review.getState()) {
            case "merged" -> first(review.getMergedAt(), review.getOccurredAt());
            case "closed" -> first(review.getClosedAt(), review.getOccurredAt());
            default -> review.getOccurredAt();
        };
    }

    private static Instant first(Instant ended, Instant occurred) {
        return ended == null ? occurred : ended;
    }
}
