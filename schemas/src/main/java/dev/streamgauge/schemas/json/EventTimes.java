package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.avro.RecordModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/** The times that events state: their own and those of nested records, but not the dates of commits, which may be anything. */
public final class EventTimes {

    /** What a commit says of itself: it says nothing about when the event happened. */
    static final Set<String> OF_COMMITS = Set.of("authored_at", "committed_at");

    private static final RecordModel MODEL = new RecordModel();
    private static final ClassValue<List<Step>> STEPS = new ClassValue<>() {
        @Override
        protected List<Step> computeValue(Class<?> type) {
            return steps(MODEL.getSchema(type));
        }
    };

    private EventTimes() {}

    /**
     * A time of an event.
     *
     * @param path the way to it: {@code reviews[0].submitted_at}
     */
    public record EventTime(String path, Instant time) {}

    /** The first time of the event that is before the earliest or after the latest one; empty if there is none. */
    public static Optional<EventTime> outside(SpecificRecord event, Instant earliest, Instant latest) {
        return Optional.ofNullable(find(event, STEPS.get(event.getClass()), earliest, latest));
    }

    private static EventTime find(SpecificRecord record, List<Step> steps, Instant earliest, Instant latest) {
        for (Step step : steps) {
            Object value = record.get(step.position());
            if (value instanceof Instant time && (time.isBefore(earliest) || time.isAfter(latest))) {
                return new EventTime(step.name(), time);
            }
            if (value instanceof List<?> elements) {
                EventTime found = find(elements, step, earliest, latest);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static EventTime find(List<?> elements, Step step, Instant earliest, Instant latest) {
        for (int i = 0; i < elements.size(); i++) {
            EventTime found = find((SpecificRecord) elements.get(i), step.nested(), earliest, latest);
            if (found != null) {
                return new EventTime(step.name() + "[" + i + "]." + found.path(), found.time());
            }
        }
        return null;
    }

    /** Found once per record; only fields that are times, or lists of records with times. */
    private static List<Step> steps(Schema schema) {
        List<Step> steps = new ArrayList<>();
        for (Field field : schema.getFields()) {
            Schema type = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
            boolean records =
                    type.getType() == Schema.Type.ARRAY && type.getElementType().getType() == Schema.Type.RECORD;
            List<Step> nested = records ? steps(type.getElementType()) : List.of();
            boolean time = type.getLogicalType() instanceof LogicalTypes.TimestampMillis;
            if (!nested.isEmpty() || (time && !OF_COMMITS.contains(field.name()))) {
                steps.add(new Step(field.pos(), field.name(), nested));
            }
        }
        return List.copyOf(steps);
    }

    private record Step(int position, String name, List<Step> nested) {}
}
