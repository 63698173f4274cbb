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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /**
     * A revised metric of a window.
     *
     * @param version what the twin hears that keeps every version: of one that is gone, that nothing happened in it
     */
    public record Revised(Published current, Published version) {}

    /** The public records of a revised window, for the topic of its kind, one for each metric that has changed; none if that is not published. */
    public static List<Revised> of(Revision<WindowSums> revision, Instant now) {
        WindowKey key = (revision.after() == null ? revision.before() : revision.after()).key();
        Topic<?, ?> topic = WindowTopics.of(key.kind());
        if (topic == null) {
            return List.of();
        }
        WindowSums before = revision.before() == null ? WindowSums.empty(key) : revision.before();
        WindowSums after = revision.after() == null ? WindowSums.empty(key) : revision.after();
        List<Revised> revised = new ArrayList<>();
        for (String metric : changed(before, after)) {
            SpecificRecordBase publicKey = named(key, metric, topic.keyClass());
            SpecificRecordBase value = value(after.only(metric), metric, topic, revision.number(), now);
            Published version = new Published(publicKey, value);
            boolean gone = !after.metrics().containsKey(metric);
            revised.add(new Revised(gone ? new Published(publicKey, null) : version, version));
        }
        return revised;
    }

    private static Set<String> changed(WindowSums before, WindowSums after) {
        Set<String> metrics = new TreeSet<>(before.metrics().keySet());
        metrics.addAll(after.metrics().keySet());
        if (before.baseline().equals(after.baseline())) {
            metrics.removeIf(metric -> before.of(metric).equals(after.of(metric)));
        }
        return metrics;
    }

    private static SpecificRecordBase value(
            WindowSums sums, String metric, Topic<?, ?> topic, long revision, Instant now) {
        SpecificRecordBase value = named(sums.key(), metric, topic.valueClass());
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

    private static SpecificRecordBase named(WindowKey key, String metric, Class<?> type) {
        SpecificRecordBase record = empty(type);
        set(record, "scope", key.scope().label());
        set(record, "name", key.name());
        List<String> names = key.kind().dimensions();
        for (int i = 0; i < names.size(); i++) {
            set(record, names.get(i), key.dimensions().get(i));
        }
        if (!metric.equals(WindowSums.ONLY)) {
            set(record, "metric", metric);
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
