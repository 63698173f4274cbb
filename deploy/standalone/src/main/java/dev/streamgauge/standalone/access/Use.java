package dev.streamgauge.standalone.access;

import static dev.streamgauge.standalone.access.Operation.CREATE;
import static dev.streamgauge.standalone.access.Operation.DESCRIBE;
import static dev.streamgauge.standalone.access.Operation.READ;
import static dev.streamgauge.standalone.access.Operation.WRITE;
import static dev.streamgauge.standalone.access.Resource.GROUP;
import static dev.streamgauge.standalone.access.Resource.TOPIC;
import static dev.streamgauge.standalone.access.Resource.TRANSACTIONAL_ID;

import dev.streamgauge.schemas.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something in Kafka that a role cannot do without. */
public sealed interface Use {

    /**
     * The rights that it takes.
     *
     * @param prefix of the topics' names
     */
    List<Acl> acls(String prefix);

    /** The topic of the catalogue that is used. */
    default Optional<Topic<?, ?>> topic() {
        return Optional.empty();
    }

    /** The brokers of another cluster, if it is there; empty: the own one. */
    default Optional<String> elsewhere() {
        return Optional.empty();
    }

    /** All topics are used in the same way. */
    static Stream<Use> reads(Collection<? extends Topic<?, ?>> topics, String why) {
        return topics.stream().map(topic -> new OfTopic(topic, READ, why));
    }

    /** All topics are used in the same way. An idempotent producer needs nothing beside it. */
    static Stream<Use> writes(Collection<? extends Topic<?, ?>> topics, String why) {
        return topics.stream().map(topic -> new OfTopic(topic, WRITE, why));
    }

    /** It is asked whether the topic is there, and nothing else is done with it. */
    static Use asksFor(Topic<?, ?> topic, String why) {
        return new OfTopic(topic, DESCRIBE, why);
    }

    /** A topic of the catalogue. */
    record OfTopic(Topic<?, ?> used, Operation operation, String why) implements Use {

        @Override
        public Optional<Topic<?, ?>> topic() {
            return Optional.of(used);
        }

        @Override
        public List<Acl> acls(String prefix) {
            return List.of(Acl.on(TOPIC, used.name(prefix), operation, why));
        }
    }

    /**
     * Membership in consumer groups: their coordinator is found, offsets are read and committed.
     *
     * @param group its whole name, or what all their names begin with
     */
    record Groups(String group, Pattern pattern, String why) implements Use {

        @Override
        public List<Acl> acls(String prefix) {
            return List.of(new Acl(GROUP, group, pattern, READ, why));
        }
    }

    /**
     * What Kafka Streams has for itself: its group, its transactions and the topics of its state. It creates those, and deletes only from repartition topics, which we
     * have none of.
     */
    record StreamsApplication(String applicationId) implements Use {

        @Override
        public List<Acl> acls(String prefix) {
            String own = applicationId + "-";
            return List.of(
                    Acl.onAll(TOPIC, own, CREATE, "creates the topics that keep its state"),
                    Acl.onAll(TOPIC, own, READ, "reads its state again"),
                    Acl.onAll(TOPIC, own, WRITE, "keeps its state"),
                    Acl.on(GROUP, applicationId, READ, "shares the partitions among its instances"),
                    Acl.onAll(TRANSACTIONAL_ID, own, WRITE, "commits each result once"));
        }
    }

    /**
     * Somebody else's topic, which a source reads.
     *
     * @param brokers null: it is on the own cluster
     */
    record Foreign(String brokers, String name, String group, String source) implements Use {

        @Override
        public Optional<String> elsewhere() {
            return Optional.ofNullable(brokers);
        }

        @Override
        public List<Acl> acls(String prefix) {
            String why = "reads the source " + source;
            return List.of(Acl.on(TOPIC, name, READ, why), Acl.on(GROUP, group, READ, why));
        }
    }
}
