package dev.streamgauge.standalone;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Puts the catalogue's topics into a broker that is alone. */
final class TopicCreation {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String bootstrapServers;

    TopicCreation(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void create(String prefix, int partitions) {
        List<Topic<?, ?>> topics = Topics.all().stream()
                .<Topic<?, ?>>map(topic -> topic.partitions() == 1 ? topic : topic.withPartitions(partitions))
                .toList();
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            create(admin, prefix, topics);
            for (Topic<?, ?> topic : topics) {
                check(topic, describe(admin, topic.name(prefix)));
            }
            awaitLeaders(admin, prefix, topics);
        }
    }

    private static void create(Admin admin, String prefix, List<Topic<?, ?>> topics) {
        List<NewTopic> missing = topics.stream()
                .map(topic -> new NewTopic(topic.name(prefix), topic.partitions(), (short) 1).configs(topic.config()))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                await(created);
            } catch (TopicExistsException e) {
                // As it should be after the first start.
            }
        }
    }

    // A topic may be created and not yet known to the part of the broker that is asked.
    private static TopicDescription describe(Admin admin, String name) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return await(
                        admin.describeTopics(List.of(name)).topicNameValues().get(name));
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() > deadline) {
                    throw new StandaloneException("The embedded broker did not create the topic " + name, e);
                }
            }
        }
    }

    private static void check(Topic<?, ?> topic, TopicDescription found) {
        int partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            throw new StandaloneException("The topic " + found.name() + " has " + partitions + " partitions, not "
                    + topic.partitions() + ": choose " + partitions + ", or give another directory with --data-dir");
        }
    }

    // A partition takes nothing until its leader knows that it leads. A producer that is too early is refused, and has
    // been seen not to recover.
    private static void awaitLeaders(Admin admin, String prefix, List<Topic<?, ?>> topics) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (Topic<?, ?> topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                ends.put(new TopicPartition(topic.name(prefix), partition), OffsetSpec.latest());
            }
        }
        await(admin.listOffsets(ends).all());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new StandaloneException("The embedded broker did not answer within " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        }
    }
}
