package dev.streamgauge.processors.completeness;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.health.Build;
import java.util.EnumSet;
import java.util.Set;

/** What a fact lacks; a fact that is not known yet (null) lacks nothing. */
final class Gaps {

    private final Set<Gap> found = EnumSet.noneOf(Gap.class);

    private Gaps() {}

    static Set<Gap> of(Deploy deploy) {
        if (deploy == null) {
            return Set.of();
        }
        String reason = deploy.unjoinedReason();
        return new Gaps()
                .add(Gap.DEPLOY_SHA_UNKNOWN, "sha_unknown".equals(reason))
                .add(Gap.DEPLOY_OFF_MAIN, "off_main".equals(reason))
                .add(Gap.DEPLOY_UNFINISHED, !deploy.finished())
                .found;
    }

    static Set<Gap> of(Build build) {
        if (build == null) {
            return Set.of();
        }
        return new Gaps()
                .add(Gap.BUILD_WITHOUT_LANDING, build.lacksLanding())
                .add(Gap.BUILD_UNFINISHED, !build.finished())
                .found;
    }

    static Set<Gap> of(Change change) {
        return new Gaps()
                .add(Gap.MERGE_WITHOUT_LANDING, change.lacksLanding())
                .add(Gap.REQUEST_OPEN, change.open())
                .found;
    }

    static Set<Gap> of(Incident incident) {
        if (incident == null) {
            return Set.of();
        }
        return new Gaps()
                .add(Gap.INCIDENT_UNATTRIBUTED, incident.unattributed())
                .add(Gap.INCIDENT_OPEN, incident.open())
                .found;
    }

    private Gaps add(Gap gap, boolean lacking) {
        if (lacking) {
            found.add(gap);
        }
        return this;
    }
}
