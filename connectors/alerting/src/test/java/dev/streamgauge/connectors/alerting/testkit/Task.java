package dev.streamgauge.connectors.alerting.testkit;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.shell.AlertSinkTask;
import dev.streamgauge.schemas.testkit.TestRegistry;
import dev.streamgauge.schemas.wire.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** A task of the sink, and a worker that hands it a topic as Connect does: from where it is committed, or where the task asks to begin; again what it did not take. */
public final class Task implements SinkTaskContext, AutoCloseable {

    private static final TopicPartition PARTITION = new TopicPartition("streamgauge.alerts.v1", 0);

    private final Map<String, String> settings;
    private final List<Alert> topic;
    private final SinkTask task;
    private final List<String> refused = new ArrayList<>();
    private final TestRegistry registry;
    private long position;
    private long timeout = -1;

    /**
     * Starts a task.
     *
     * @param topic what is in it; more may come
     * @param position what is committed
     */
    public Task(Map<String, String> settings, List<Alert> topic, long position, TestRegistry registry) {
        this(new AlertSinkTask(), settings, topic, position, registry);
    }

    /** Starts this task at the topic's beginning. */
    public Task(SinkTask task, Map<String, String> settings, List<Alert> topic, TestRegistry registry) {
        this(task, settings, topic, 0, registry);
    }

    private Task(SinkTask task, Map<String, String> settings, List<Alert> topic, long position, TestRegistry registry) {
        this.task = task;
        this.settings = new HashMap<>(settings);
        this.settings.put("schema.registry.url", registry.url());
        this.topic = topic;
        this.position = position;
        this.registry = registry;
        task.initialize(this);
        task.start(this.settings);
        task.open(List.of(PARTITION));
    }

    /** Hands over what has not been taken yet; returns whether it has been taken now. */
    public boolean turn() {
        List<SinkRecord> records = new ArrayList<>();
        try (var serializer =
                Wire.from(Map.of("schema.registry.url", registry.url())).serializer(Alert.class, false)) {
            for (long offset = position; offset < topic.size(); offset++) {
                byte[] value = serializer.serialize(PARTITION.topic(), topic.get((int) offset));
                records.add(new SinkRecord(PARTITION.topic(), 0, null, null, null, value, offset));
            }
        }
        try {
            task.put(records);
            position = topic.size();
            return true;
        } catch (RetriableException e) {
            return false;
        }
    }

    /** What the task would have the worker commit. */
    public long committed() {
        var offset = task.preCommit(Map.of()).get(PARTITION);
        return offset == null ? 0 : offset.offset();
    }

    /** Why alerts were refused. */
    public List<String> refused() {
        return refused;
    }

    /** How long the task wants not to be called at most, in milliseconds. */
    public long timeout() {
        return timeout;
    }

    @Override
    public Map<String, String> configs() {
        return settings;
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        position = offsets.getOrDefault(PARTITION, position);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        position = offset;
    }

    @Override
    public void timeout(long timeoutMs) {
        timeout = timeoutMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return new HashSet<>(Set.of(PARTITION));
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException("the task pauses nothing");
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException("the task pauses nothing");
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException("the worker commits when it likes");
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new NoSuchMethodError("pluginMetrics");
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return (record, error) -> {
            refused.add(error.getMessage());
            Future<Void> kept = CompletableFuture.completedFuture(null);
            return kept;
        };
    }

    @Override
    public void close() {
        task.stop();
    }
}
