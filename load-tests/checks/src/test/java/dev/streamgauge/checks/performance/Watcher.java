package dev.streamgauge.checks.performance;

import dev.streamgauge.aggregates.v1.MainBranch;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what is committed of an aggregate's topic, as a subscriber does, and tells the probes what it counts for repositories and for organisations. */
final class Watcher implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Set<String> SCOPES = Set.of("repository", "organisation");

    private final Probes probes;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<MainBranch> values;
    private final Loop loop = new Loop("watcher", this::watch);

    Watcher(Field field, Probes probes) {
        this.probes = probes;
        Map<String, Object> config = new HashMap<>(field.clients());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.values = Wire.from(field.clients()).deserializer(MainBranch.class, false);
        List<TopicPartition> all = consumer.partitionsFor(Topics.MAIN_BRANCH.name(Field.PREFIX)).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    void begin() {
        loop.begin();
    }

    private boolean watch() {
        var found = consumer.poll(POLL);
        long now = System.nanoTime();
        found.forEach(each -> {
            MainBranch row = values.deserialize(each.topic(), each.value());
            if (row != null && isHourOfAll(row)) {
                probes.seen(row.getName(), row.getCount(), now);
            }
        });
        return true;
    }

    private static boolean isHourOfAll(MainBranch row) {
        return SCOPES.contains(row.getScope())
                && row.getWorkflow().equals("*")
                && row.getProfile().equals("streamgauge")
                && row.getWindow().equals("hour");
    }

    @Override
    public void close() {
        loop.close();
        consumer.close();
    }
}
