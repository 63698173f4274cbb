package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.aggregates.v1.Bucket;
import dev.streamgauge.processors.aggregates.Summary;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.avro.RecordModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** The aggregates. Windows name their dimensions and sums as the public records name their fields, so one mapping serves all. */
public final class PublicWindow {

    private static final RecordModel MODEL = new RecordModel();

    // Avro finds a default by comparing schemas, field by field: too slow to do for each record. Bounded by the kinds
    // of
    // windows.
    private static final Map<Class<?>, SpecificRecordBase> UNTOUCHED = new ConcurrentHashMap<>();

    private PublicWindow() {}

    /** The public record of a revised window, for the topic of its kind; null if that is not published. */
    public static Published of(Revision<WindowSums> revision, Instant now) {
        WindowSums sums = revision.after();
        WindowKey key = (sums == null ? revision.before() : sums).key();
        Topic<?, ?> topic = WindowTopics.of(key.kind());
        if (topic == null) {
            return null;
        }
        SpecificRecordBase publicKey = named(key, topic.keyClass());
        return new Published(publicKey, sums == null ? null : value(sums, topic, revision.number(), now));
    }

    /** What the twin that keeps every version hears of a window that is gone: that nothing happened in it. */
    public static Published gone(Revision<WindowSums> revision, Instant now) {
        WindowSums nothing = WindowSums.empty(revision.before().key());
        return of(new Revision<>(revision.before(), nothing, revision.number()), now);
    }

    private static SpecificRecordBase value(WindowSums sums, Topic<?, ?> topic, long revision, Instant now) {
        SpecificRecordBase value = named(sums.key(), topic.valueClass());
        for (Map.Entry<String, Long> sum : sums.sums().entrySet()) {
            set(value, sum.getKey(), sum.getValue());
        }
        SummaryFields fields = SummaryFields.of(sums.key().kind());
        if (fields != null) {
            summary(sums.summary(), value, fields.count(), fields.prefix());
        }
        Derived.fill(sums, value);
        set(value, "revision", revision);
        set(value, "computed_at", now);
        return value;
    }

    private static void summary(Summary summary, SpecificRecordBase value, String count, String prefix) {
        set(value, count, summary.count());
        set(value, prefix + "sum_ms", summary.sumMs());
        set(value, prefix + "mean_ms", summary.meanMs());
        for (int percent : List.of(50, 75, 90, 95)) {
            set(value, prefix + "p" + percent + "_ms", summary.percentileMs(percent));
        }
        String max = prefix + "max_ms";
        if (value.getSchema().getField(max) != null) {
            set(value, max, summary.percentileMs(100));
        }
        set(
                value,
                prefix + "histogram",
                summary.histogram().buckets().stream()
                        .map(bucket -> new Bucket(bucket.index(), bucket.count()))
                        .toList());
    }

    private static SpecificRecordBase named(WindowKey key, Class<?> type) {
        SpecificRecordBase record = empty(type);
        set(record, "scope", key.scope().label());
        set(record, "name", key.name());
        List<String> names = key.kind().dimensions();
        for (int i = 0; i < names.size(); i++) {
            set(record, names.get(i), key.dimensions().get(i));
        }
        set(record, "window", key.window().label());
        set(record, "window_start", instant(key.start()));
        return record;
    }

    /** A record with the defaults of its schema. */
    private static SpecificRecordBase empty(Class<?> type) {
        SpecificRecordBase untouched = UNTOUCHED.computeIfAbsent(type, PublicWindow::untouched);
        Schema schema = untouched.getSchema();
        SpecificRecordBase record = (SpecificRecordBase) SpecificData.newInstance(type, schema);
        for (int i = 0; i < schema.getFields().size(); i++) {
            if (untouched.get(i) != null) {
                record.put(i, untouched.get(i));
            }
        }
        return record;
    }

    private static SpecificRecordBase untouched(Class<?> type) {
        Schema schema = MODEL.getSchema(type);
        SpecificRecordBase record = (SpecificRecordBase) SpecificData.newInstance(type, schema);
        for (Schema.Field field : schema.getFields()) {
            if (field.hasDefaultValue()) {
                record.put(field.pos(), MODEL.getDefaultValue(field));
            }
        }
        return record;
    }

    static void set(SpecificRecordBase record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }
}
