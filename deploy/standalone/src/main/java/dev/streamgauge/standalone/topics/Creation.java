package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.util.Collection;
import java.util.Optional;

/**
 * A topic that is to be created.
 *
 * @param replicas empty: as many as the brokers usually make
 */
public record Creation(Topic<?, ?> topic, int partitions, Optional<Short> replicas) {

    /** As in the catalogue, but that topics of events get as many partitions as those have that are there. */
    public static Creation of(Topic<?, ?> topic, Collection<Integer> partitionsOfEvents, Optional<Short> replicas) {
        int partitions = Topics.events().contains(topic)
                ? partitionsOfEvents.stream().max(Integer::compare).orElse(topic.partitions())
                : topic.partitions();
        return new Creation(topic, partitions, replicas);
    }
}
