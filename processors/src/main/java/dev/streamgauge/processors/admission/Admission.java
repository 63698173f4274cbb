package dev.streamgauge.processors.admission;

import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventRules;
import dev.streamgauge.schemas.json.EventTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The rules by which decoded events are let in (docs/metrics.md, section 9). */
public final class Admission {

    /** Before that, nobody measured delivery: the time is an error, most often a zero. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** How far a source's clock may be ahead. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Admission() {}

    /**
     * Why an event is refused; empty if it is let in.
     *
     * @param key the record's key; may be null
     * @param arrival when the event reached its topic
     * @param memory how long what is over is remembered
     */
    public static Optional<Rejection> check(SpecificRecord event, String key, Instant arrival, Memory memory) {
        String repository = text(event, "repository");
        if (!repository.equals(key)) {
            return refuse(
                    Refusal.KEY_MISMATCH,
                    "The record's key is '%s', but its repository is '%s': they must be equal"
                            .formatted(key, repository));
        }
        try {
            EventRules.check(event);
        } catch (BadEventException e) {
            return refuse(e.reason(), e.getMessage());
        }
        Optional<Rejection> bad = checkTimes(event, arrival);
        return bad.isPresent() ? bad : checkAge(event, memory.earliest(arrival.toEpochMilli()));
    }

    /** What is so long over that it may be forgotten must not come up again as if it were new. */
    private static Optional<Rejection> checkAge(SpecificRecord event, long earliest) {
        Instant over = Ended.at(event);
        return over == null || over.toEpochMilli() >= earliest
                ? Optional.empty()
                : refuse(
                        Refusal.BEYOND_MEMORY,
                        "It was over at %s, but what was over before %s may be forgotten: raise 'forget.after' to take in older events"
                                .formatted(over, Instant.ofEpochMilli(earliest)));
    }

    /** The times of the event itself; a commit's own dates say nothing about when it happened. */
    private static Optional<Rejection> checkTimes(SpecificRecord event, Instant arrival) {
        return EventTimes.outside(event, EARLIEST, arrival.plus(TOLERANCE))
                .map(wrong -> new Rejection(
                        Refusal.TIME_OUT_OF_RANGE,
                        "'%s' is %s, but must not be before 1990 or more than 5 minutes after arrival (%s)"
                                .formatted(wrong.path(), wrong.time(), arrival)));
    }

    private static String text(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field != null && event.get(field.pos()) instanceof String text ? text : null;
    }

    private static Optional<Rejection> refuse(Refusal refusal, String message) {
        return Optional.of(new Rejection(refusal, message));
    }
}
