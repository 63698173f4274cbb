package dev.streamgauge.schemas.wire;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.avro.RecordModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serdes of an installation, configured once by the keys of {@link WireConfig}. For generated Avro records these are ours, or
 * those that the configuration names; for {@code String} and {@code byte[]} Kafka's own. What it makes may be shared by threads, as
 * far as the named classes allow it.
 */
public final class Wire {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final RecordModel MODEL = new RecordModel();

    private final Map<String, Object> config;
    private final RegistryClient registry;
    private final boolean remembers;

    private Wire(Map<String, Object> config, RegistryClient registry, boolean remembers) {
        this.config = config;
        this.registry = registry;
        this.remembers = remembers;
    }

    /**
     * Checks the configuration; connects to nothing yet.
     *
     * @throws RegistryConfigException if something in it is missing or wrong
     */
    public static Wire from(Map<String, ?> config) {
        Map<String, Object> own = new HashMap<>(config);
        if (own.get(WireConfig.SERIALIZER) != null) {
            own.putIfAbsent("avro.remove.java.properties", "true"); // As ours: no hints for Java in the registry.
        }
        if (own.get(WireConfig.DESERIALIZER) != null) {
            own.putIfAbsent("specific.avro.reader", "true");
            RecordModel.trustInWholeProcess();
        }
        return new Wire(own, RegistryClient.from(own), false);
    }

    /**
     * The same for somebody who writes each record to two topics, one right after the other, and changes none in between: our serializers then encode it once.
     */
    public Wire remembering() {
        return new Wire(config, registry, true);
    }

    /** The client that our serdes use. */
    public RegistryClient registry() {
        return registry;
    }

    /** The id of a schema, as {@link WireConfig#AUTO_REGISTER} says: registered, or only looked up. */
    private int registerOrLookUp(String subject, Schema schema) {
        String register = RegistrySettings.text(config, WireConfig.AUTO_REGISTER);
        return register == null || Boolean.parseBoolean(register)
                ? registry.register(subject, schema)
                : registry.lookup(subject, schema);
    }

    /**
     * Asks the registry now for what topics will need, so that no record waits for it later, and a registry that goes away afterwards harms nobody. With serdes of
     * the user's own it only shows that the registry answers.
     *
     * @param prefix of the topics' names
     * @param written topics that are written
     * @param read topics that are read; schemas that nobody has written with yet are left out
     * @throws RegistryUnavailableException if the registry does not answer
     * @throws RegistryConfigException if it refuses us
     */
    public void prepare(
            String prefix, Collection<? extends Topic<?, ?>> written, Collection<? extends Topic<?, ?>> read) {
        for (Topic<?, ?> topic : written) {
            schemas(topic, prefix).forEach(this::registerOrLookUp);
        }
        for (Topic<?, ?> topic : read) {
            schemas(topic, prefix).forEach(this::lookUpIfThere);
        }
    }

    private static Map<String, Schema> schemas(Topic<?, ?> topic, String prefix) {
        Map<String, Schema> schemas = new HashMap<>();
        if (SpecificRecord.class.isAssignableFrom(topic.keyClass())) {
            schemas.put(Subjects.of(topic.name(prefix), true), MODEL.getSchema(topic.keyClass()));
        }
        if (SpecificRecord.class.isAssignableFrom(topic.valueClass())) {
            schemas.put(Subjects.of(topic.name(prefix), false), MODEL.getSchema(topic.valueClass()));
        }
        return schemas;
    }

    private void lookUpIfThere(String subject, Schema schema) {
        try {
            registry.schemaById(registry.lookup(subject, schema));
        } catch (RegistryConfigException e) {
            LOG.debug("Nobody has written {} yet", subject, e);
        }
    }

    /** A serializer for keys or values of a type: {@code String}, {@code byte[]} or a generated Avro record. */
    @SuppressWarnings("unchecked") // The class tells the type.
    public <T> Serializer<T> serializer(Class<T> type, boolean key) {
        if (type == String.class) {
            return (Serializer<T>) new StringSerializer();
        }
        if (type == byte[].class) {
            return (Serializer<T>) new ByteArraySerializer();
        }
        Serializer<T> serializer = config.get(WireConfig.SERIALIZER) == null
                ? (Serializer<T>) new AvroSerializer<>(registry, remembers)
                : named(WireConfig.SERIALIZER, Serializer.class);
        serializer.configure(config, requireRecord(type, key));
        return serializer;
    }

    /** A deserializer, likewise. */
    @SuppressWarnings("unchecked") // The class tells the type.
    public <T> Deserializer<T> deserializer(Class<T> type, boolean key) {
        if (type == String.class) {
            return (Deserializer<T>) new StringDeserializer();
        }
        if (type == byte[].class) {
            return (Deserializer<T>) new ByteArrayDeserializer();
        }
        requireRecord(type, key);
        Deserializer<T> deserializer = config.get(WireConfig.DESERIALIZER) == null
                ? (Deserializer<T>) new AvroDeserializer<>(registry, type.asSubclass(SpecificRecord.class))
                : named(WireConfig.DESERIALIZER, Deserializer.class);
        deserializer.configure(config, key);
        return deserializer;
    }

    /** Both. */
    public <T> Serde<T> serde(Class<T> type, boolean key) {
        return Serdes.serdeFrom(serializer(type, key), deserializer(type, key));
    }

    private static boolean requireRecord(Class<?> type, boolean key) {
        if (!SpecificRecord.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type.getName() + " is neither String, byte[] nor a generated Avro record");
        }
        return key;
    }

    private <S> S named(String setting, Class<S> kind) {
        String name = RegistrySettings.text(config, setting);
        try {
            return Utils.newInstance(name, kind);
        } catch (ClassNotFoundException | KafkaException | ClassCastException e) {
            throw new RegistryConfigException(
                    setting + ": " + name + " is not a " + kind.getSimpleName() + " on the class path", e);
        }
    }
}
