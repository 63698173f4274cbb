package dev.streamgauge.processors.app;

import static java.util.stream.Collectors.toMap;

import dev.streamgauge.operators.KafkaTrouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks the brokers from time to time how far the topics can be read. Kafka Streams waits in silence, for brokers that are away and for
 * transactions that nobody ends.
 */
final class BrokerProbe implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final List<String> topics;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile HeldEvents held = HeldEvents.NONE;
    private volatile Optional<String> trouble = Optional.empty();

    private BrokerProbe(Admin admin, List<String> topics, InstantSource clock) {
        this.admin = admin;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * Begins to ask.
     *
     * @param config of an administrator
     * @param topics by their names in the cluster; those that are not there are passed over
     */
    static BrokerProbe start(Map<String, Object> config, List<String> topics, InstantSource clock) {
        BrokerProbe probe = new BrokerProbe(Admin.create(config), topics, clock);
        Thread thread = new Thread(probe::run, "streamgauge-brokers");
        thread.setDaemon(true);
        thread.start();
        return probe;
    }

    private void run() {
        try {
            do {
                ask();
            } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why the brokers did not answer when they were last asked; empty: they did. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Where readers were kept waiting when they last answered. */
    HeldEvents held() {
        return held;
    }

    private void ask() throws InterruptedException {
        try {
            List<TopicPartition> partitions = partitions();
            // The ends first: what comes between the two questions must not look held back.
            Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
            Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
            held = held.next(ends, stable, clock.instant());
            trouble = Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            String what = KafkaTrouble.isRefusal(e) ? "Kafka refuses: " : "Kafka does not answer: ";
            trouble = Optional.of(what + KafkaTrouble.of(e));
        }
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (KafkaFuture<TopicDescription> asked :
                admin.describeTopics(topics).topicNameValues().values()) {
            described(asked)
                    .ifPresent(topic -> topic.partitions()
                            .forEach(partition ->
                                    partitions.add(new TopicPartition(topic.name(), partition.partition()))));
        }
        return partitions;
    }

    private static Optional<TopicDescription> described(KafkaFuture<TopicDescription> asked)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return Optional.of(answer(asked));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel isolation)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T answer(KafkaFuture<T> question)
            throws ExecutionException, InterruptedException, TimeoutException {
        return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stopping.countDown();
        admin.close(Duration.ZERO);
    }
}
