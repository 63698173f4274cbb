package dev.streamgauge.connectors.connect;

import dev.streamgauge.connectors.connect.data.Structs;
import dev.streamgauge.schemas.Version;
import dev.streamgauge.schemas.wire.AvroDeserializer;
import dev.streamgauge.schemas.wire.AvroSerializer;
import dev.streamgauge.schemas.wire.WireConfig;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;

/**
 * Reads and writes the records of Streamgauge's topics in Confluent's framing, for any connector: our sources write events with it, a JDBC sink reads
 * aggregates. The registered schemas are those that the processors use. It is no converter for other people's topics.
 */
public final class StreamgaugeAvroConverter implements Converter, Versioned {

    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();
    private final AvroDeserializer<SpecificRecord> deserializer = new AvroDeserializer<>();

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define(
                        WireConfig.URL,
                        ConfigDef.Type.STRING,
                        Importance.HIGH,
                        "The schema registry's addresses, separated by commas")
                .define(
                        WireConfig.CREDENTIALS_SOURCE,
                        ConfigDef.Type.STRING,
                        null,
                        Importance.MEDIUM,
                        "USER_INFO: " + WireConfig.USER_INFO + " holds user:password")
                .define(
                        WireConfig.USER_INFO,
                        ConfigDef.Type.PASSWORD,
                        null,
                        Importance.MEDIUM,
                        "user:password for the registry")
                .define(
                        WireConfig.BEARER_TOKEN,
                        ConfigDef.Type.PASSWORD,
                        null,
                        Importance.MEDIUM,
                        "A bearer token for the registry")
                .define(
                        WireConfig.AUTO_REGISTER,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Whether schemas are registered; otherwise they must be there");
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Struct struct)) {
            throw new DataException(
                    "Only structs of Streamgauge's records can be written to %s. For keys of events use StringConverter"
                            .formatted(topic));
        }
        return guarded(topic, () -> serializer.serialize(topic, Structs.record(struct)));
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte[] value) {
        if (value == null) {
            return SchemaAndValue.NULL;
        }
        SpecificRecord record = guarded(topic, () -> deserializer.deserialize(topic, value));
        return new SchemaAndValue(Structs.schemaOf(record), Structs.of(record));
    }

    // Connect retries and skips by the kind of exception, and knows only its own.
    private static <T> T guarded(String topic, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (RetriableException e) {
            throw new org.apache.kafka.connect.errors.RetriableException(topic + ": " + e.getMessage(), e);
        } catch (DataException e) {
            throw e;
        } catch (KafkaException e) {
            throw new DataException(topic + ": " + e.getMessage(), e);
        }
    }
}
