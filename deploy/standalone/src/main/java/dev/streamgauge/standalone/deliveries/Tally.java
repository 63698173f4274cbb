package dev.streamgauge.standalone.deliveries;

import dev.streamgauge.connectors.providers.Mapped;
import java.util.Map;
import java.util.TreeMap;

/** What became of the deliveries of one source. */
public final class Tally {

    private long deliveries;
    private long events;
    private long ignored;
    private long unmappable;
    private long redacted;
    private final Map<String, Long> reasons = new TreeMap<>();

    void add(Mapped mapped, boolean wasRedacted) {
        deliveries++;
        redacted += wasRedacted ? 1 : 0;
        if (mapped instanceof Mapped.Events told) {
            events += told.events().size();
        } else if (mapped instanceof Mapped.Unmappable problem) {
            unmappable++;
            reasons.merge(problem.reason().code(), 1L, Long::sum);
        } else {
            ignored++;
        }
    }

    public long deliveries() {
        return deliveries;
    }

    public long events() {
        return events;
    }

    /** Deliveries that told nothing that is measured. */
    public long ignored() {
        return ignored;
    }

    /** Deliveries that should have told something and cannot be read. */
    public long unmappable() {
        return unmappable;
    }

    /** Deliveries in which e-mail addresses are missing. */
    public long redacted() {
        return redacted;
    }

    /** How many were unmappable for which reason. */
    public Map<String, Long> reasons() {
        return reasons;
    }
}
