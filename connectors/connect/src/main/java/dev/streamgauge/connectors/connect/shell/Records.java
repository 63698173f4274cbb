package dev.streamgauge.connectors.connect.shell;

import dev.streamgauge.connectors.connect.data.Structs;
import dev.streamgauge.connectors.connect.polling.Cursor;
import dev.streamgauge.connectors.connect.polling.Outcome;
import dev.streamgauge.schemas.EventTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Events as Connect's records: to their topics, keyed by the repository as plain text.
 *
 * @param prefix of the topics
 */
record Records(String prefix) {

    /** The step's records. Only the last may say that the step is done. */
    List<SourceRecord> of(Outcome.Done done) {
        List<SpecificRecord> events = done.step().events();
        List<SourceRecord> records = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            boolean last = i == events.size() - 1;
            Cursor cursor = last ? done.step().cursor() : done.before();
            records.add(record(events.get(i), done.stream().toMap(), cursor));
        }
        return records;
    }

    private SourceRecord record(SpecificRecord event, Map<String, String> partition, Cursor cursor) {
        return new SourceRecord(
                partition,
                cursor.toMap(),
                EventTopics.topicOf(event).name(prefix),
                Schema.STRING_SCHEMA,
                EventTopics.keyOf(event),
                Structs.schemaOf(event),
                Structs.of(event));
    }
}
