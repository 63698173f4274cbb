package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.DeployRef;
import java.util.List;

/**
 * An incident, as its snapshots say together, and the deploys it is attributed to. Times are epoch milliseconds.
 *
 * @param state open or resolved
 * @param resolvedAt null: it is not over
 * @param evidence incident_deploy, incident_sha, incident_service or window; null: unattributed
 * @param deploys sorted
 */
public record Incident(
        String repository,
        String id,
        String state,
        Names names,
        long openedAt,
        Long resolvedAt,
        String evidence,
        List<DeployRef> deploys) {

    /** What it names; each may be null. */
    public record Names(String service, String environment, String deployId, String sha, String severity, String url) {}
}
