package dev.streamgauge.connectors.providers;

import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventRules;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The frame around every provider's mapper: parse, map, hold the events to their rules. */
public final class Reading {

    private Reading() {}

    /** What a provider makes of a body that has been parsed. */
    @FunctionalInterface
    public interface Mapper {
        Mapped map(Json body) throws UnmappableException;
    }

    /** Reads a delivery whose body is one JSON value. */
    public static Mapped json(Delivery delivery, Mapper mapper) {
        try {
            return checked(mapper.map(Json.parse(delivery.body())));
        } catch (UnmappableException e) {
            return new Mapped.Unmappable(e.reason(), e.getMessage());
        }
    }

    /** The same, unless an event breaks the rules: the topics take nothing that a reader would have to refuse. */
    public static Mapped checked(Mapped mapped) {
        if (mapped instanceof Mapped.Events events) {
            try {
                check(events.events());
            } catch (BadEventException e) {
                return new Mapped.Unmappable(e.reason(), e.getMessage(), e.advice());
            }
        }
        return mapped;
    }

    private static void check(List<SpecificRecord> events) throws BadEventException {
        for (SpecificRecord event : events) {
            EventRules.check(event);
        }
    }
}
