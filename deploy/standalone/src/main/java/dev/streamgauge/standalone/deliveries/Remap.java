package dev.streamgauge.standalone.deliveries;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.schemas.Refusal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Maps deliveries again that the gateway kept. One thread's. */
public final class Remap {

    private final Mapping mapping;
    private final Predicate<String> wanted;
    private final BiConsumer<SpecificRecord, String> events;
    private final SortedMap<String, Tally> tallies = new TreeMap<>();

    /**
     * A remapping.
     *
     * @param wanted says of the name of a source whether its deliveries are
     * @param events told each event, and where it came from
     */
    public Remap(Mapping mapping, Predicate<String> wanted, BiConsumer<SpecificRecord, String> events) {
        this.mapping = mapping;
        this.wanted = wanted;
        this.events = events;
    }

    /** Takes a record of {@link dev.streamgauge.schemas.Topics#RAW_EVENTS}. */
    public void take(ConsumerRecord<byte[], byte[]> found) {
        RawDelivery raw = RawDelivery.of(found);
        if (!wanted.test(raw.source())) {
            return;
        }
        Mapped mapped = map(raw);
        tallies.computeIfAbsent(raw.source(), source -> new Tally()).add(mapped, raw.redacted());
        if (mapped instanceof Mapped.Events told) {
            String origin = "remap %s %d@%d".formatted(raw.source(), found.partition(), found.offset());
            told.events().forEach(event -> events.accept(event, origin));
        }
    }

    private Mapped map(RawDelivery raw) {
        Provider provider = raw.provider() == null ? null : Providers.named(raw.provider());
        return provider == null
                ? new Mapped.Unmappable(Refusal.UNKNOWN_TYPE, "There is no provider " + raw.provider())
                : mapping.map(provider, raw.delivery());
    }

    /** By source, what became of its deliveries. */
    public SortedMap<String, Tally> tallies() {
        return tallies;
    }
}
