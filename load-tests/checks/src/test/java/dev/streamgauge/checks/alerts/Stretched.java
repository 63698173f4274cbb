package dev.streamgauge.checks.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** Events whose minutes have become days: what collides still does, and between it there is time to wait. */
final class Stretched {

    /** Here hostile histories have their middle. */
    static final Instant MIDDLE = Instant.parse("2026-03-02T00:00:00Z");

    /** What lies farther from the middle lies days away already, and is moved, not stretched. */
    private static final long CORE_MS = Duration.ofHours(4).toMillis();

    private final long factor;

    /** @param factor how many times longer all becomes */
    Stretched(long factor) {
        this.factor = factor;
    }

    /** A copy; the event itself stays as it is. */
    SpecificRecordBase of(SpecificRecord event) {
        SpecificRecordBase copy = (SpecificRecordBase) SpecificData.newInstance(event.getClass(), event.getSchema());
        for (int field = 0; field < event.getSchema().getFields().size(); field++) {
            copy.put(field, value(event.get(field)));
        }
        return copy;
    }

    private Object value(Object value) {
        if (value instanceof Instant time) {
            return of(time);
        }
        if (value instanceof SpecificRecord record) {
            return of(record);
        }
        return value instanceof List<?> elements
                ? elements.stream().map(this::value).toList()
                : value;
    }

    private Instant of(Instant time) {
        long from = time.toEpochMilli() - MIDDLE.toEpochMilli();
        long core = Math.max(-CORE_MS, Math.min(CORE_MS, from));
        return MIDDLE.plusMillis(core * factor + from - core);
    }
}
