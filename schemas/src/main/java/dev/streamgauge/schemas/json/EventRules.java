package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.Refusal;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/** The rules of the JSON form, for events that other producers wrote as Avro: these may hold any text where a word is meant. */
public final class EventRules {

    private EventRules() {}

    /**
     * Checks the event's own fields.
     *
     * @throws BadEventException if one is not what it must be, or not in its canonical form
     */
    public static void check(SpecificRecord event) throws BadEventException {
        for (Field field : event.getSchema().getFields()) {
            if (event.get(field.pos()) instanceof String text) {
                Place place = new Place(event.getSchema().getName(), field.name(), field.name());
                if (!TextRules.apply(place, text).equals(text)) {
                    throw place.bad("is '" + Place.cut(text) + "', but must be in lower case");
                }
            }
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
