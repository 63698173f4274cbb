package dev.streamgauge.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.aggregates.v1.CompletenessKey;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.completeness.Webhooks;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicCompletenessTest {

    @Test
    void eachCountHasItsField() {
        // Given
        Map<String, Long> gaps = Map.of(
                Gap.DEPLOY_SHA_UNKNOWN.name(), 1L,
                Gap.DEPLOY_OFF_MAIN.name(), 2L,
                Gap.BUILD_WITHOUT_LANDING.name(), 3L,
                Gap.MERGE_WITHOUT_LANDING.name(), 4L,
                Gap.LANDING.name(), 5L,
                Gap.INCIDENT_UNATTRIBUTED.name(), 6L,
                Gap.BUILD_UNFINISHED.name(), 7L,
                Gap.DEPLOY_UNFINISHED.name(), 8L,
                Gap.REQUEST_OPEN.name(), 9L,
                Gap.INCIDENT_OPEN.name(), 10L);
        Completeness row = new Completeness(
                Story.SHOP,
                "*",
                Moments.millis("09:00"),
                Moments.millis("10:00"),
                gaps,
                Moments.millis("11:00"),
                new Webhooks(
                        Moments.millis("13:00"),
                        Moments.millis("14:00"),
                        Moments.millis("15:00"),
                        16,
                        0,
                        Moments.millis("17:00")));

        // When
        Published published = PublicCompleteness.of(new Revision<>(null, row, 12), Moments.at("12:00"));

        // Then
        assertThat(published.key()).isEqualTo(new CompletenessKey(Story.SHOP, "*"));
        assertThat(published.value())
                .isEqualTo(dev.streamgauge.aggregates.v1.Completeness.newBuilder()
                        .setRepository(Story.SHOP)
                        .setSource("*")
                        .setFirstEventAt(Moments.at("09:00"))
                        .setLastEventAt(Moments.at("10:00"))
                        .setDeploysShaUnknown(1)
                        .setDeploysOffMain(2)
                        .setBuildsWithoutLanding(3)
                        .setMergesWithoutLanding(4)
                        .setLandingGaps(5)
                        .setIncidentsUnattributed(6)
                        .setBuildsUnfinished(7)
                        .setDeploysUnfinished(8)
                        .setRequestsOpen(9)
                        .setIncidentsOpen(10)
                        .setLastReceivedAt(Moments.at("11:00"))
                        .setMend("commits,deploys")
                        .setWebhooksCheckedAt(Moments.at("13:00"))
                        .setWebhooksCheckedSince(Moments.at("14:00"))
                        .setWebhooksMissingSince(Moments.at("15:00"))
                        .setWebhooksWaiting(16)
                        .setWebhooksLostAt(Moments.at("17:00"))
                        .setRevision(12)
                        .setComputedAt(Moments.at("12:00"))
                        .build());
    }
}
