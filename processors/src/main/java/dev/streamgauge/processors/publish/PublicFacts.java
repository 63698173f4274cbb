package dev.streamgauge.processors.publish;

import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.util.List;
import java.util.function.Function;

/**
 * Facts that are published.
 *
 * @param facts the table they stand in
 * @param topic where they go
 * @param mapping the public record of a revision; null: none
 */
public record PublicFacts<V>(TableSpec<V> facts, Topic<?, ?> topic, Function<Revision<V>, Published> mapping) {

    /** All of them. */
    public static List<PublicFacts<?>> all() {
        return List.of(
                new PublicFacts<>(Changes.CHANGES, Topics.CHANGES, PublicChange::of),
                new PublicFacts<>(Deliveries.DELIVERIES, Topics.DELIVERIES, PublicDelivery::of),
                new PublicFacts<>(Deliveries.LANE_STATES, Topics.LANES, PublicLane::of),
                new PublicFacts<>(Failures.VERDICTS, Topics.DEPLOY_FACTS, PublicDeploy::of),
                new PublicFacts<>(Failures.INCIDENTS, Topics.INCIDENT_FACTS, PublicIncident::of),
                new PublicFacts<>(MainHealth.EPISODES, Topics.RED_EPISODES, PublicRedEpisode::of));
    }
}
