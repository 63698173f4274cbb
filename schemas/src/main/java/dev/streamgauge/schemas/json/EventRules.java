package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.avro.RecordModel;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/** The rules of the JSON form, for events that other producers wrote as Avro: these may hold any text where a word is meant. */
public final class EventRules {

    private static final RecordModel MODEL = new RecordModel();
    private static final ClassValue<EventRule> RULES = new ClassValue<>() {
        @Override
        protected EventRule computeValue(Class<?> type) {
            return EventRule.of(MODEL.getSchema(type));
        }
    };

    private EventRules() {}

    /**
     * Checks everything that the event holds, nested records too.
     *
     * @throws BadEventException if something is not what it must be, or not in its canonical form
     */
    public static void check(SpecificRecord event) throws BadEventException {
        String problem = RULES.get(event.getClass()).problem(event);
        if (problem != null) {
            String text = problem.substring(1);
            throw new BadEventException(
                    Refusal.BAD_VALUE, text, text.substring(0, text.indexOf(' ')) + " is not what it must be");
        }
        requireOutcome(event);
    }

    private static void requireOutcome(SpecificRecord event) throws BadEventException {
        Field outcome = event.getSchema().getField("outcome");
        if (outcome != null
                && event.get(outcome.pos()) == null
                && "finished"
                        .equals(event.get(event.getSchema().getField("state").pos()))) {
            throw new BadEventException(Refusal.MISSING_FIELD, "A finished event needs an outcome");
        }
    }
}
