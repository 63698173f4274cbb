package dev.streamgauge.connectors.providers;

import dev.streamgauge.schemas.Refusal;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What became of a delivery. */
public sealed interface Mapped {

    /**
     * It told something about deliveries.
     *
     * @param events at least one; they hold to the rules of the events
     * @param ignored what else it told that is not measured, one word for each part, as {@link Ignored#kind}; for a counter
     */
    record Events(List<SpecificRecord> events, List<String> ignored) implements Mapped {

        /** A delivery of which every part is an event. */
        public Events(List<? extends SpecificRecord> events) {
            this(List.copyOf(events), List.of());
        }

        public Events {
            events = List.copyOf(events);
            ignored = List.copyOf(ignored);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("no events: say what was ignored instead");
            }
        }
    }

    /**
     * It is well, and tells nothing that is measured. Counted, never refused.
     *
     * @param kind what it was, from a bounded set of words, for a counter: {@code pull_request.labeled}; what is not known is {@code other}
     */
    record Ignored(String kind) implements Mapped {}

    /** One event. */
    static Mapped one(SpecificRecord event) {
        return new Events(List.of(event));
    }

    /**
     * It should have told something, and could not be read. It is quarantined with its reason.
     *
     * @param message what is wrong, where, and what would be right; without the value of anything secret
     * @param advice the same for the sender, without any value of the delivery; null: the sender is told the reason only
     */
    record Unmappable(Refusal reason, String message, String advice) implements Mapped {

        /** One of which the sender is told the reason only: it is a program that nobody reads along with. */
        public Unmappable(Refusal reason, String message) {
            this(reason, message, null);
        }
    }
}
