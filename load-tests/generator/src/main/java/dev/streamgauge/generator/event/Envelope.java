package dev.streamgauge.generator.event;

import java.time.Instant;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** The five fields with which every event record begins. Times are epoch milliseconds. */
public final class Envelope {
    public static final int EVENT_ID = 0;
    public static final int SOURCE = 1;
    public static final int REPOSITORY = 2;
    public static final int OCCURRED_AT = 3;
    public static final int RECEIVED_AT = 4;

    private Envelope() {}

    public static String eventId(SpecificRecordBase event) {
        return (String) event.get(EVENT_ID);
    }

    public static String repository(SpecificRecordBase event) {
        return (String) event.get(REPOSITORY);
    }

    public static long occurredAt(SpecificRecordBase event) {
        return ((Instant) event.get(OCCURRED_AT)).toEpochMilli();
    }

    public static long receivedAt(SpecificRecordBase event) {
        return ((Instant) event.get(RECEIVED_AT)).toEpochMilli();
    }

    public static void happened(SpecificRecordBase event, String source, long occurredAt) {
        event.put(SOURCE, source);
        event.put(OCCURRED_AT, Instant.ofEpochMilli(occurredAt));
    }

    public static void received(SpecificRecordBase event, String eventId, long receivedAt) {
        event.put(EVENT_ID, eventId);
        event.put(RECEIVED_AT, Instant.ofEpochMilli(receivedAt));
    }

    /** A record of its own with the same values; nested records are shared, since nobody changes an event that was sent. */
    public static <T extends SpecificRecordBase> T copy(T event) {
        Object blank = SpecificData.newInstance(event.getClass(), event.getSchema());
        @SuppressWarnings("unchecked") // newInstance returns what it was asked for
        T copy = (T) blank;
        for (int field = 0; field < event.getSchema().getFields().size(); field++) {
            copy.put(field, event.get(field));
        }
        return copy;
    }
}
