package dev.streamgauge.processors.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries and lanes, kept up to date event by event, against a model that decides everything anew. */
class DeliveryModelTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachEventLeavesWhatADecisionFromScratchFinds(long block) {
        // Given
        for (long seed = block * 100; seed < block * 100 + 40; seed++) {
            Story story = Story.of();
            for (var event : new RandomHistory(5_000 + seed).events(45)) {

                // When
                story.then(event);

                // Then
                DeliveryModel model = new DeliveryModel(story, List.of("production"));
                assertThat(story.rows(Deliveries.DELIVERIES))
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderElementsOf(model.deliveries());
                assertThat(story.rows(Deliveries.LANE_STATES))
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderElementsOf(model.states());
            }
        }
    }

    @Test
    void theHistoriesKnowEachWayToStandInALane() {
        // Given
        Map<String, Integer> seen = new HashMap<>();
        for (long seed = 0; seed < 400; seed++) {

            // When
            Story story = Story.of(new RandomHistory(5_000 + seed).events(45));

            // Then
            for (Delivery delivery : story.rows(Deliveries.DELIVERIES)) {
                String how = delivery.isInFlight() ? delivery.open().stage().label() : delivery.evidence();
                seen.merge(delivery.status() + " " + how, 1, Integer::sum);
                if (delivery.stages() != null) {
                    delivery.absentStages().forEach(stage -> seen.merge("no " + stage.label(), 1, Integer::sum));
                    seen.merge("queue " + (delivery.stages().mergeQueueMs() != null), 1, Integer::sum);
                    seen.merge("approval " + (delivery.stages().approvalWaitMs() != null), 1, Integer::sum);
                }
            }
        }
        assertThat(seen)
                .containsKeys(
                        "delivered owned_sha",
                        "delivered cherry_pick",
                        "delivered position",
                        "baseline null",
                        "in_flight integration",
                        "in_flight deploy_wait",
                        "in_flight deploy_run",
                        "no pickup",
                        "no review",
                        "no merge",
                        "no integration",
                        "no deploy_wait",
                        "no deploy_run",
                        "queue true",
                        "queue false",
                        "approval true",
                        "approval false");
    }
}
