package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.aggregates.v1.CompletenessKey;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.completeness.Webhooks;
import dev.streamgauge.processors.store.Revision;
import java.time.Instant;

/** {@code completeness.v1}. */
public final class PublicCompleteness {

    private PublicCompleteness() {}

    public static Published of(Revision<Completeness> revision, Instant now) {
        Completeness row = revision.after();
        Webhooks webhooks = row.webhooks();
        return new Published(
                new CompletenessKey(row.repository(), row.source()),
                dev.streamgauge.aggregates.v1.Completeness.newBuilder()
                        .setRepository(row.repository())
                        .setSource(row.source())
                        .setFirstEventAt(instant(row.firstEventAt()))
                        .setLastEventAt(instant(row.lastEventAt()))
                        .setDeploysShaUnknown(row.count(Gap.DEPLOY_SHA_UNKNOWN))
                        .setDeploysOffMain(row.count(Gap.DEPLOY_OFF_MAIN))
                        .setBuildsWithoutLanding(row.count(Gap.BUILD_WITHOUT_LANDING))
                        .setMergesWithoutLanding(row.count(Gap.MERGE_WITHOUT_LANDING))
                        .setLandingGaps(row.count(Gap.LANDING))
                        .setIncidentsUnattributed(row.count(Gap.INCIDENT_UNATTRIBUTED))
                        .setBuildsUnfinished(row.count(Gap.BUILD_UNFINISHED))
                        .setDeploysUnfinished(row.count(Gap.DEPLOY_UNFINISHED))
                        .setRequestsOpen(row.count(Gap.REQUEST_OPEN))
                        .setIncidentsOpen(row.count(Gap.INCIDENT_OPEN))
                        .setLastReceivedAt(instant(row.lastReceivedAt()))
                        .setMend(row.mend())
                        .setWebhooksCheckedAt(instant(webhooks.checkedAt()))
                        .setWebhooksCheckedSince(instant(webhooks.checkedSince()))
                        .setWebhooksWaiting(webhooks.waiting())
                        .setWebhooksLost(webhooks.lost())
                        .setWebhooksMissingSince(instant(webhooks.missingSince()))
                        .setWebhooksLostAt(instant(webhooks.lostAt()))
                        .setRevision(revision.number())
                        .setComputedAt(now)
                        .build());
    }
}
