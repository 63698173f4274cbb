package dev.streamgauge.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Makes of events the messages of their topics, keyed by the plain text of their repository. Safe for many threads. */
public final class EventEncoder {

    private final Wire wire;
    private final String prefix;
    private final Map<String, Serializer<SpecificRecord>> serializers = new HashMap<>();

    /** @param prefix of the topics' names */
    public EventEncoder(Wire wire, String prefix) {
        this.wire = wire;
        this.prefix = prefix;
        for (Topic<String, ? extends SpecificRecord> topic : Topics.events()) {
            serializers.put(topic.name(), serializer(wire, topic));
        }
    }

    @SuppressWarnings("unchecked") // each event meets the serializer of its own topic
    private static Serializer<SpecificRecord> serializer(Wire wire, Topic<String, ? extends SpecificRecord> topic) {
        return (Serializer<SpecificRecord>) wire.serializer(topic.valueClass(), false);
    }

    /**
     * The message of an event.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if the event does not fit its schema
     * @throws RegistryUnavailableException if the schema's id is not known yet, and the registry does not answer
     */
    public ProducerRecord<byte[], byte[]> encode(SpecificRecord event) {
        Topic<String, ? extends SpecificRecord> topic = EventTopics.topicOf(event);
        String name = topic.name(prefix);
        byte[] value = serializers.get(topic.name()).serialize(name, event);
        return new ProducerRecord<>(name, EventTopics.keyOf(event).getBytes(UTF_8), value);
    }

    /**
     * Asks the registry now for all that {@link #encode} will need, so that no event waits for it later, and a registry that goes away afterwards
     * harms nobody. With a serializer of the user's own it only shows that the registry answers.
     *
     * @throws RegistryUnavailableException if the registry does not answer
     * @throws RegistryConfigException if it refuses us
     */
    public void prepare() {
        wire.prepare(prefix, Topics.events(), List.of());
    }
}
