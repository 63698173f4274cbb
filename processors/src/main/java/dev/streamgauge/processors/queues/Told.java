package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.table.Lattice.greatest;
import static dev.streamgauge.processors.table.Lattice.least;

import java.time.Instant;
import java.util.Collection;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/**
 * The times that an event states; when it was received is not one of them.
 *
 * @param first the least, epoch milliseconds
 * @param last the greatest, epoch milliseconds
 */
public record Told(Long first, Long last) {

    private static final Told NOTHING = new Told(null, null);
    private static final String RECEIVED = "received_at";

    /** Those of an event, also inside of it. */
    public static Told of(SpecificRecord event) {
        Told told = NOTHING;
        for (Field field : event.getSchema().getFields()) {
            if (!field.name().equals(RECEIVED)) {
                told = told.merge(event.get(field.pos()));
            }
        }
        return told;
    }

    private Told merge(Object value) {
        if (value instanceof Instant time) {
            long at = time.toEpochMilli();
            return new Told(least(first, at), greatest(last, at));
        }
        if (value instanceof Collection<?> elements) {
            Told told = this;
            for (Object element : elements) {
                told = element instanceof SpecificRecord record ? told.merge(of(record)) : told;
            }
            return told;
        }
        return this;
    }

    Told merge(Told other) {
        return new Told(least(first, other.first), greatest(last, other.last));
    }
}
