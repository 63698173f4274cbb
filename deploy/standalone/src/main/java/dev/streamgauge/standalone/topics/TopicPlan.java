package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is missing in a cluster, and what is not as it should be. */
public record TopicPlan(List<Creation> missing, List<Drift> drifts) {

    public TopicPlan {
        missing = List.copyOf(missing);
        drifts = List.copyOf(drifts);
    }

    /**
     * Compares.
     *
     * @param topics those that are needed
     * @param present of these, and of all topics of events if one of these is one
     * @param replicas of topics that are to be created; empty: as many as the brokers usually make
     */
    public static TopicPlan of(Collection<Topic<?, ?>> topics, Present present, Optional<Short> replicas) {
        List<Integer> events = Topics.events().stream()
                .flatMap(topic -> present.of(topic).stream())
                .map(Found::partitions)
                .toList();
        int most = events.stream().max(Integer::compare).orElse(0);
        return new TopicPlan(
                topics.stream()
                        .filter(topic -> present.of(topic).isEmpty())
                        .map(topic -> Creation.of(topic, events, replicas))
                        .toList(),
                topics.stream()
                        .flatMap(topic -> present.of(topic).stream()
                                .flatMap(found -> Stream.concat(
                                        ShapeRules.of(topic, found, most, present.brokers()),
                                        SettingRules.of(topic, found))))
                        .toList());
    }

    /** Whether all is as it should be. */
    public boolean isNothing() {
        return missing.isEmpty() && drifts.isEmpty();
    }

    /** What {@code topics apply} mends. */
    public List<Drift> mended() {
        return drifts.stream().filter(Drift::isMended).toList();
    }

    /** What it leaves to people. */
    public List<Drift> left() {
        return drifts.stream().filter(drift -> !drift.isMended()).toList();
    }
}
