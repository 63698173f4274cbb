package dev.streamgauge.standalone.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.RegistryConfigException;
import dev.streamgauge.schemas.wire.RegistryUnavailableException;
import dev.streamgauge.schemas.wire.UndecodableException;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.cli.TopicReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Events in topics, up to where these end when the reading begins. Only the partitions are read that Kafka's own partitioner gives the
 * repository. If it is not there, all are: other clients partition in other ways, and a mistyped name is best answered with those that exist.
 */
public final class TopicEvents implements EventSource {

    private final TopicReader topics;
    private final Map<String, Deserializer<? extends SpecificRecord>> decoders = new HashMap<>();
    private final String where;

    /**
     * Events of an installation.
     *
     * @param clientConfig how to reach the brokers and the registry
     * @param prefix of the topics' names
     * @param where the installation, for people
     * @throws StandaloneException if the configuration is wrong
     */
    public TopicEvents(Map<String, Object> clientConfig, String prefix, String where) {
        this.where = where;
        try {
            this.topics = new TopicReader(clientConfig, prefix);
            Wire wire = Wire.from(clientConfig);
            for (Topic<String, ? extends SpecificRecord> topic : Topics.events()) {
                decoders.put(topic.name(prefix), wire.deserializer(topic.valueClass(), false));
            }
        } catch (RegistryConfigException e) {
            throw new StandaloneException(e.getMessage(), e);
        }
    }

    @Override
    public void read(Reading reading) {
        int hash = Utils.toPositive(Utils.murmur2(reading.repository().getBytes(UTF_8)));
        read(reading, count -> partition -> partition == hash % count);
        if (!reading.found()) {
            read(reading, count -> partition -> true);
        }
    }

    private void read(Reading reading, IntFunction<IntPredicate> partitions) {
        Progress[] progress = {null};
        try {
            topics.raw(
                    Topics.events(),
                    partitions,
                    total -> progress[0] = new Progress("Reading events", total, Progress.Screen.stderr()),
                    message -> {
                        take(message, reading);
                        progress[0].add(1);
                    });
        } catch (RegistryUnavailableException | RegistryConfigException e) {
            throw new StandaloneException("The schema registry does not answer as it should: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new StandaloneException("The events of " + where + " cannot be read: " + why(e), e);
        } finally {
            if (progress[0] != null) {
                progress[0].close();
            }
        }
    }

    /** Clients say in the cause what is wrong with their configuration. */
    private static String why(KafkaException failure) {
        if (failure instanceof TimeoutException) {
            return failure.getMessage() + " Is the address right, and does it need a --command-config?";
        }
        return failure.getCause() instanceof KafkaException cause
                ? failure.getMessage() + ": " + cause.getMessage()
                : failure.getMessage();
    }

    private void take(ConsumerRecord<byte[], byte[]> message, Reading reading) {
        if (message.key() == null || !reading.wants(new String(message.key(), UTF_8))) {
            return;
        }
        String origin = message.topic() + "-" + message.partition() + "@" + message.offset();
        SpecificRecord event;
        try {
            event = message.value() == null
                    ? null
                    : decoders.get(message.topic()).deserialize(message.topic(), message.value());
        } catch (UndecodableException e) {
            reading.refuse(origin, Refusal.UNDECODABLE.code(), e.getMessage());
            return;
        }
        if (event == null) {
            reading.refuse(origin, Refusal.MISSING_FIELD.code(), "The record has no value");
        } else {
            reading.take(event, Instant.ofEpochMilli(message.timestamp()), origin);
        }
    }
}
