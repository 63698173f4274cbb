package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Cleanup;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.topics.Drift.Harm;
import dev.streamgauge.standalone.topics.Remedy.Sets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/** How a topic is kept. What keeps more than ours, or for longer, is no drift. */
final class SettingRules {

    /** Kafka's own limit unless it is configured. */
    private static final long LARGEST_RECORD = 1_048_588;

    private SettingRules() {}

    static Stream<Drift> of(Topic<?, ?> topic, Found found) {
        return Stream.of(
                        cleanup(topic, found),
                        timestamps(topic, found),
                        retention(topic, found),
                        tombstones(topic, found),
                        largest(topic, found))
                .flatMap(Optional::stream);
    }

    private static Optional<Drift> cleanup(Topic<?, ?> topic, Found found) {
        String should = topic.cleanup().policy();
        String is = found.config().getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, should);
        if (new TreeSet<>(Arrays.asList(is.split(",", -1))).equals(new TreeSet<>(Arrays.asList(should)))) {
            return Optional.empty();
        }
        String means = topic.cleanup() == Cleanup.COMPACT
                ? "what has not changed for the time of the retention is deleted: whoever reads the topic from its beginning misses what still holds"
                : "only the last record of each key is kept: the others are lost before everybody has read them";
        return Optional.of(
                Drift.of(topic, found, new Sets(TopicConfig.CLEANUP_POLICY_CONFIG, should), Harm.danger(means)));
    }

    private static Optional<Drift> timestamps(Topic<?, ?> topic, Found found) {
        String name = TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
        String should = topic.config().get(name);
        if (should == null || should.equals(found.config().getOrDefault(name, should))) {
            return Optional.empty();
        }
        return Optional.of(Drift.of(
                topic,
                found,
                new Sets(name, should),
                Harm.danger("the writers' clocks decide: a record with an old time is deleted before it is read")));
    }

    private static Optional<Drift> retention(Topic<?, ?> topic, Found found) {
        if (topic.retention() == null) {
            return Optional.empty();
        }
        return below(topic, found, TopicConfig.RETENTION_MS_CONFIG)
                .map(should -> Drift.unlessChosen(
                        topic,
                        found,
                        should,
                        Harm.nuisance(
                                "whoever was away for longer misses records, and what is older cannot be read again")));
    }

    private static Optional<Drift> tombstones(Topic<?, ?> topic, Found found) {
        return below(topic, found, TopicConfig.DELETE_RETENTION_MS_CONFIG)
                .map(should -> Drift.unlessChosen(
                        topic,
                        found,
                        should,
                        Harm.nuisance("a reader that was away for longer does not learn what has been removed")));
    }

    private static Optional<Sets> below(Topic<?, ?> topic, Found found, String name) {
        String should = topic.config().get(name);
        OptionalLong is = found.number(name);
        return should != null && is.isPresent() && is.getAsLong() >= 0 && is.getAsLong() < Long.parseLong(should)
                ? Optional.of(new Sets(name, should))
                : Optional.empty();
    }

    private static Optional<Drift> largest(Topic<?, ?> topic, Found found) {
        String name = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
        OptionalLong is = found.number(name);
        return is.isPresent() && is.getAsLong() < LARGEST_RECORD
                ? Optional.of(Drift.unlessChosen(
                        topic,
                        found,
                        new Sets(name, Long.toString(LARGEST_RECORD)),
                        Harm.nuisance("larger records are refused, and what writes them goes no further")))
                : Optional.empty();
    }
}
