package dev.streamgauge.standalone.demo;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.pipeline.Pipeline;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Follows the topics of facts and aggregates, and draws what they say. */
public final class LiveView implements AutoCloseable {

    private static final List<Topic<?, ?>> FOLLOWED =
            List.of(Topics.CHANGES, Topics.DELIVERIES, Topics.RED_EPISODES, Topics.LEAD_TIME, Topics.MAIN_BRANCH);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Deserializer<?>> keys = new HashMap<>();
    private final Map<String, Deserializer<?>> values = new HashMap<>();
    private final Board board = new Board();
    private final Screen screen;
    private final AtomicReference<Duration> firstOutput = new AtomicReference<>();
    private final Thread thread = new Thread(this::follow, "live-view");

    private LiveView(Pipeline pipeline, Feed feed, PrintWriter out) {
        Map<String, Object> config = new HashMap<>(pipeline.clientConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.screen = new Screen(board, feed, out);
        Wire wire = Wire.from(pipeline.clientConfig());
        for (Topic<?, ?> topic : FOLLOWED) {
            String name = topic.name(Topic.DEFAULT_PREFIX);
            keys.put(name, wire.deserializer(topic.keyClass(), true));
            values.put(name, wire.deserializer(topic.valueClass(), false));
        }
    }

    /** Starts to follow. */
    public static LiveView start(Pipeline pipeline, Feed feed, PrintWriter out) {
        LiveView view = new LiveView(pipeline, feed, out);
        view.thread.start();
        return view;
    }

    /** From the start of this process to the first fact or aggregate that could be read; null: none yet. */
    public Duration firstOutput() {
        return firstOutput.get();
    }

    private void follow() {
        try (consumer) {
            List<TopicPartition> partitions = keys.keySet().stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                consumer.poll(POLL).forEach(this::see);
                screen.draw();
            }
        } catch (WakeupException e) {
            screen.leave();
        }
    }

    private void see(ConsumerRecord<byte[], byte[]> read) {
        if (firstOutput.get() == null) {
            long start = ManagementFactory.getRuntimeMXBean().getStartTime();
            firstOutput.set(Duration.between(Instant.ofEpochMilli(start), Instant.now()));
        }
        board.see((SpecificRecord) keys.get(read.topic()).deserialize(read.topic(), read.key()), (SpecificRecord)
                values.get(read.topic()).deserialize(read.topic(), read.value()));
    }

    /** Stops to follow; safe to call twice. */
    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
