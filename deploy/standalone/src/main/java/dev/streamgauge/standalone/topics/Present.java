package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;
import java.util.Map;
import java.util.Optional;

/**
 * What there is in a cluster.
 *
 * @param brokers how many are there
 * @param topics those of the catalogue that are there
 */
public record Present(int brokers, Map<Topic<?, ?>, Found> topics) {

    public Present {
        topics = Map.copyOf(topics);
    }

    Optional<Found> of(Topic<?, ?> topic) {
        return Optional.ofNullable(topics.get(topic));
    }
}
