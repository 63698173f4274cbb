package dev.streamgauge.generator.event;

import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** The times that an event itself states: those that decide whether it is refused. Commits' own dates are not among them. */
public final class EventTimes {
    private EventTimes() {}

    /** All times of the event but the time of its arrival. */
    public static List<Instant> of(SpecificRecordBase event) {
        List<Instant> times = new ArrayList<>();
        for (int field = 0; field < event.getSchema().getFields().size(); field++) {
            if (field != Envelope.RECEIVED_AT && event.get(field) instanceof Instant time) {
                times.add(time);
            }
        }
        if (event instanceof ReviewChanged request) {
            request.getReviews().stream().map(Review::getSubmittedAt).forEach(times::add);
        }
        return times;
    }

    /** The latest of them, in epoch milliseconds. */
    public static long latest(SpecificRecordBase event) {
        return of(event).stream().mapToLong(Instant::toEpochMilli).max().orElseThrow();
    }
}
