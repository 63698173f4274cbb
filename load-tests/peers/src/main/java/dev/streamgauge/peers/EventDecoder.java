package dev.streamgauge.peers;

import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Keeps of an event what the job asks for, where it is read: the rest never gets into the pipeline. */
final class EventDecoder<E extends SpecificRecord> implements KafkaRecordDeserializationSchema<Sighting> {

    /** What an event tells; null: nothing. */
    interface Reading<E> extends Function<E, Sighting>, Serializable {}

    private final Class<E> type;
    private final String registry;
    private final Reading<E> reading;
    private transient Deserializer<E> events;

    EventDecoder(Class<E> type, String registry, Reading<E> reading) {
        this.type = type;
        this.registry = registry;
        this.reading = reading;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        events = Wire.from(Map.of(WireConfig.URL, registry)).deserializer(type, false);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> found, Collector<Sighting> out) {
        Sighting sighting = reading.apply(events.deserialize(found.topic(), found.value()));
        if (sighting != null) {
            out.collect(sighting);
        }
    }

    @Override
    public TypeInformation<Sighting> getProducedType() {
        return Types.POJO(Sighting.class);
    }
}
