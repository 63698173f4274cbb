package dev.streamgauge.checks.performance;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The least that anybody must do who processes events: one thread and Kafka's own clients, in a process of its own. It goes on until it is killed. */
final class BareLoop {

    /** What it does with each event. */
    enum Work {
        /** Nothing. */
        READ,
        /** Reads its fields. */
        DECODE,
        /** Writes it to another topic, in the transaction that commits its place. */
        COPY,
        /** The same {@value #MANY} times. */
        FAN_OUT
    }

    /** For some idea of what it costs to write as much as Streamgauge does, which the page counts. */
    static final int MANY = 13;

    private static final Duration POLL = Duration.ofMillis(50);
    private static final long COMMIT_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Object> clients;
    private final String prefix;
    private final String group;
    private final Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();

    private BareLoop(String bootstrapServers, String registry, String prefix, String group) {
        this.clients = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, WireConfig.URL, registry);
        this.prefix = prefix;
        this.group = group;
        Map<String, Object> config = new HashMap<>(clients);
        // As the processors read.
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> events = Topics.events().stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name(prefix)).stream())
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        consumer.assign(events);
        consumer.seekToBeginning(events);
    }

    /** Where it writes what it copies. */
    static String copyOf(String group) {
        return group + ".out";
    }

    // Brokers, registry, prefix of the topics, group, work.
    public static void main(String[] arguments) {
        BareLoop loop = new BareLoop(arguments[0], arguments[1], arguments[2], arguments[3]);
        switch (Work.valueOf(arguments[4])) {
            case READ -> loop.read(found -> {});
            case DECODE -> loop.read(loop.decoder());
            case COPY -> loop.copy(1);
            case FAN_OUT -> loop.copy(MANY);
        }
    }

    private Consumer<ConsumerRecord<byte[], byte[]>> decoder() {
        Wire wire = Wire.from(clients);
        Map<String, Deserializer<?>> decoders = new HashMap<>();
        Topics.events()
                .forEach(topic -> decoders.put(topic.name(prefix), wire.deserializer(topic.valueClass(), false)));
        return found -> {
            if (decoders.get(found.topic()).deserialize(found.topic(), found.value()) == null) {
                throw new IllegalStateException("No event in " + found.topic());
            }
        };
    }

    private void read(Consumer<ConsumerRecord<byte[], byte[]>> work) {
        long committed = System.nanoTime();
        while (true) {
            ConsumerRecords<byte[], byte[]> found = consumer.poll(POLL);
            found.forEach(work);
            places.putAll(found.nextOffsets());
            if (System.nanoTime() - committed > COMMIT_EVERY_NS && !places.isEmpty()) {
                consumer.commitAsync(Map.copyOf(places), null);
                places.clear();
                committed = System.nanoTime();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A transaction does not commit if one of them failed.
    private void copy(int times) {
        KafkaProducer<byte[], byte[]> producer = producer();
        producer.initTransactions();
        while (true) {
            long begun = System.nanoTime();
            producer.beginTransaction();
            while (System.nanoTime() - begun < COMMIT_EVERY_NS) {
                ConsumerRecords<byte[], byte[]> found = consumer.poll(POLL);
                for (int time = 0; time < times; time++) {
                    found.forEach(
                            event -> producer.send(new ProducerRecord<>(copyOf(group), event.key(), event.value())));
                }
                places.putAll(found.nextOffsets());
            }
            producer.sendOffsetsToTransaction(places, consumer.groupMetadata());
            producer.commitTransaction();
            places.clear();
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 100); // As Kafka Streams sets it.
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
