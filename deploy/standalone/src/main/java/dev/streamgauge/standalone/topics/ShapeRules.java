package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.topics.Drift.Harm;
import dev.streamgauge.standalone.topics.Drift.Values;
import dev.streamgauge.standalone.topics.Remedy.ByHand;
import dev.streamgauge.standalone.topics.Remedy.Sets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/** Partitions and replicas. Neither is ever changed: keys would move, and data. */
final class ShapeRules {

    private static final String PARTITIONS = "partitions";
    private static final String NEVER =
            "the number of partitions is never changed, because keys would move to other ones: ";

    private ShapeRules() {}

    /**
     * The drifts of a topic.
     *
     * @param events the most partitions that a topic of events has
     */
    static Stream<Drift> of(Topic<?, ?> topic, Found found, int events, int brokers) {
        Stream<Optional<Drift>> replicas =
                brokers > 1 ? Stream.of(replicas(topic, found), insync(topic, found)) : Stream.of();
        return Stream.concat(Stream.of(partitions(topic, found, events)), replicas)
                .flatMap(Optional::stream);
    }

    private static Optional<Drift> partitions(Topic<?, ?> topic, Found found, int events) {
        if (Topics.events().contains(topic)) { // How many is for the user to choose.
            return found.partitions() == events ? Optional.empty() : differing(topic, found, events);
        }
        if (topic.equals(Topics.RULES) && found.partitions() != topic.partitions()) {
            return drift(
                    topic,
                    found,
                    Integer.toString(topic.partitions()),
                    Harm.danger("the processors read the first partition only, so rules may never be in force"),
                    "create the topic anew, and publish the rules again");
        }
        return found.partitions() >= topic.partitions()
                ? Optional.empty()
                : drift(
                        topic,
                        found,
                        topic.partitions() + " or more",
                        Harm.nuisance("no more than that many threads or readers can share the topic"),
                        "leave it if that is enough, or begin with another topic.prefix");
    }

    private static Optional<Drift> differing(Topic<?, ?> topic, Found found, int events) {
        return drift(
                topic,
                found,
                Integer.toString(events),
                Harm.danger(
                        "the topics of events differ, so no task sees all events of a repository, and what belongs together is not joined"),
                "create the topic anew while it is empty, or begin with another topic.prefix");
    }

    private static Optional<Drift> drift(Topic<?, ?> topic, Found found, String should, Harm harm, String instead) {
        Values values = new Values(Integer.toString(found.partitions()), should);
        return Optional.of(new Drift(topic, PARTITIONS, values, harm, new ByHand(NEVER + instead)));
    }

    private static Optional<Drift> replicas(Topic<?, ?> topic, Found found) {
        return found.replicas() > 1
                ? Optional.empty()
                : Optional.of(new Drift(
                        topic,
                        "replicas",
                        new Values("1", "2 or more, better 3"),
                        Harm.danger("the topic is gone while one broker is, and for good if its disk is"),
                        new ByHand("replicas are never moved: kafka-reassign-partitions.sh adds them")));
    }

    private static Optional<Drift> insync(Topic<?, ?> topic, Found found) {
        String name = TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
        OptionalLong is = found.number(name);
        if (is.isEmpty() || found.replicas() == 1) {
            return Optional.empty();
        }
        if (is.getAsLong() >= found.replicas()) {
            return Optional.of(new Drift(
                    topic,
                    name,
                    new Values(Long.toString(is.getAsLong()), "less than its %d replicas".formatted(found.replicas())),
                    Harm.nuisance("nobody can write to the topic while one broker is away"),
                    new ByHand("lower it with kafka-configs.sh, or add replicas: which of them is for you to decide")));
        }
        return is.getAsLong() > 1 || found.replicas() < 3
                ? Optional.empty()
                : Optional.of(Drift.unlessChosen(
                        topic,
                        found,
                        new Sets(name, "2"),
                        Harm.danger(
                                "one broker alone may acknowledge: if it dies then, what was acknowledged is lost")));
    }
}
