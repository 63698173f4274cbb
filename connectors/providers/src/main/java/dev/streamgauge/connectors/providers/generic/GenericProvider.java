package dev.streamgauge.connectors.providers.generic;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.generic.GenericBody.Part;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Our own JSON form ({@code docs/events.md}): one object, an array or NDJSON. A request is taken as a whole or not at all; what is wrong is said of every
 * line, so that a sender mends it in one go and sends the whole again.
 */
public final class GenericProvider implements Provider {

    private static final int REASONS_SHOWN = 20;

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public String deliveryId(Delivery delivery) {
        String key = delivery.header("idempotency-key");
        return key == null ? delivery.header("webhook-id") : key;
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        try {
            return read(GenericBody.parts(delivery), new GenericEvents(Stamp.of(this, delivery)));
        } catch (UnmappableException e) {
            return new Mapped.Unmappable(e.reason(), e.getMessage(), e.reason().code() + ": " + e.advice());
        }
    }

    private static Mapped read(List<Part> parts, GenericEvents reader) {
        List<SpecificRecord> events = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Part part : parts) {
            try {
                events.add(reader.event(part.text()));
            } catch (UnmappableException e) {
                problems.add(new Problem(part.place(), e));
            }
        }
        if (!problems.isEmpty()) {
            return refused(problems, parts.size());
        }
        return events.isEmpty() ? new Mapped.Ignored("empty") : Reading.checked(new Mapped.Events(events));
    }

    private static Mapped refused(List<Problem> problems, int of) {
        return new Mapped.Unmappable(
                problems.get(0).error().reason(),
                told(problems, Problem::message, of),
                told(problems, Problem::advice, of));
    }

    private static String told(List<Problem> problems, Function<Problem, String> how, int of) {
        List<String> told = new ArrayList<>();
        problems.stream().limit(REASONS_SHOWN).map(how).forEach(told::add);
        if (problems.size() > REASONS_SHOWN) {
            told.add("and %d more".formatted(problems.size() - REASONS_SHOWN));
        }
        String whole = of == 1 ? "" : "; none of the %d events was taken, send all again".formatted(of);
        return String.join("; ", told) + whole;
    }

    private record Problem(String place, UnmappableException error) {

        String message() {
            return told(error.getMessage());
        }

        String advice() {
            return told(error.advice());
        }

        private String told(String text) {
            return (place.isEmpty() ? "" : place + ": ") + error.reason().code() + ": " + text;
        }
    }
}
