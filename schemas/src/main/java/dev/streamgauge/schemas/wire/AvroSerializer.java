package dev.streamgauge.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes generated Avro records in Confluent's framing: a zero byte, the schema's id in four bytes, Avro binary. Safe for many threads. */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    private static final int LARGEST_KEPT = 1 << 20;
    private static final ThreadLocal<Buffer> BUFFER = ThreadLocal.withInitial(Buffer::new);

    private final ConcurrentMap<Target, Integer> ids = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, SpecificDatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();
    private volatile RegistryClient registry;
    private final boolean remembers;
    private boolean key;
    private boolean register = true;

    private record Target(String topic, Schema schema) {}

    private static final class Buffer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final Last lastKey = new Last();
        private final Last lastValue = new Last();
        private BinaryEncoder encoder;
    }

    /** What was written last by this thread, for those who remember. */
    private static final class Last {
        private Object record;
        private byte[] bytes;

        void is(Object newRecord, byte[] newBytes) {
            record = newRecord;
            bytes = newBytes;
        }
    }

    /** For Kafka, which calls {@link #configure}. */
    public AvroSerializer() {
        this.remembers = false;
    }

    /** @param remembers see {@link Wire#remembering} */
    AvroSerializer(RegistryClient registry, boolean remembers) {
        this.registry = registry;
        this.remembers = remembers;
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        key = isKey;
        String text = RegistrySettings.text(config, WireConfig.AUTO_REGISTER);
        register = text == null || Boolean.parseBoolean(text);
        if (registry == null) {
            registry = RegistryClient.from(config);
        }
    }

    /**
     * The record's bytes; null for null.
     *
     * @throws SerializationException if the record does not fit its own schema, for example because a required field is null
     */
    @Override
    public byte[] serialize(String topic, T record) {
        if (record == null) {
            return null;
        }
        int id = id(new Target(topic, record.getSchema()));
        Buffer buffer = BUFFER.get();
        try {
            return remembers ? remembered(buffer, id, record) : write(buffer, id, record);
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            BUFFER.remove(); // The encoder still holds the first half of the record.
            throw new SerializationException(
                    "A " + record.getSchema().getFullName() + " for " + topic + " does not fit its schema: "
                            + e.getMessage(),
                    e);
        }
    }

    private int id(Target target) {
        Integer known = ids.get(target);
        if (known != null) {
            return known;
        }
        int id = ask(target); // Outside of the map: one slow answer must not hold up other topics.
        ids.put(target, id);
        return id;
    }

    private int ask(Target target) {
        String subject = Subjects.of(target.topic(), key);
        return register ? registry.register(subject, target.schema()) : registry.lookup(subject, target.schema());
    }

    private byte[] remembered(Buffer buffer, int id, T record) throws IOException {
        Last last = key ? buffer.lastKey : buffer.lastValue;
        if (last.record != record) {
            byte[] bytes = write(buffer, id, record);
            last.is(record, bytes);
            return bytes;
        }
        byte[] bytes = ByteBuffer.wrap(last.bytes.clone()).putInt(1, id).array();
        last.is(null, null);
        return bytes;
    }

    private byte[] write(Buffer buffer, int id, T record) throws IOException {
        buffer.bytes.reset();
        buffer.bytes.write(Framing.MAGIC);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer.bytes.write(id >>> shift);
        }
        buffer.encoder = EncoderFactory.get().binaryEncoder(buffer.bytes, buffer.encoder);
        writers.computeIfAbsent(record.getClass(), AvroSerializer::writer).write(record, buffer.encoder);
        buffer.encoder.flush();
        byte[] bytes = buffer.bytes.toByteArray();
        if (bytes.length > LARGEST_KEPT) {
            BUFFER.remove();
        }
        return bytes;
    }

    private static SpecificDatumWriter<SpecificRecord> writer(Class<?> type) {
        SpecificData model = SpecificData.getForClass(type);
        return new SpecificDatumWriter<>(model.getSchema(type), model);
    }
}
