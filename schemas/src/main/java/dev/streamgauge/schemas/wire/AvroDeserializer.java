package dev.streamgauge.schemas.wire;

import dev.streamgauge.schemas.avro.RecordModel;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads generated Avro records in Confluent's framing, by the rules of Avro's schema resolution. Safe for many threads.
 *
 * <p>Throws {@link UndecodableException} if the bytes are wrong, {@link RegistryUnavailableException} and {@link
 * RegistryConfigException} if the registry is: these say nothing about the bytes.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private static final RecordModel MODEL = new RecordModel();
    private static final ThreadLocal<BinaryDecoder> DECODER = new ThreadLocal<>();

    private final ConcurrentMap<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();
    private final Class<T> type;
    private volatile RegistryClient registry;

    /** For Kafka, which calls {@link #configure}: the written schema's name says which class is read. */
    public AvroDeserializer() {
        this(null, null);
    }

    AvroDeserializer(RegistryClient registry, Class<T> type) {
        this.registry = registry;
        this.type = type;
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        if (registry == null) {
            registry = RegistryClient.from(config);
        }
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = Framing.schemaId(bytes);
        SpecificDatumReader<T> reader = readers.get(id);
        return decode(bytes, id, reader == null ? learn(id) : reader);
    }

    private SpecificDatumReader<T> learn(int id) {
        Schema written = registry.schemaById(id);
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(written, expected(written), MODEL);
        readers.put(id, reader);
        return reader;
    }

    private Schema expected(Schema written) {
        try {
            return MODEL.getSchema(type == null ? MODEL.getClass(written) : type);
        } catch (SecurityException e) {
            throw new UndecodableException("Written as " + written.getFullName() + ", which is no record of ours", e);
        }
    }

    private T decode(byte[] bytes, int id, SpecificDatumReader<T> reader) {
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, Framing.HEADER, bytes.length - Framing.HEADER, DECODER.get());
        DECODER.set(decoder);
        try {
            T record = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return record;
            }
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException(describe(id, reader) + ": " + e.getMessage(), e);
        }
        throw new UndecodableException(describe(id, reader) + ": bytes are left over");
    }

    private static String describe(int id, SpecificDatumReader<?> reader) {
        return "Not a " + reader.getExpected().getFullName() + " as written by schema " + id;
    }
}
