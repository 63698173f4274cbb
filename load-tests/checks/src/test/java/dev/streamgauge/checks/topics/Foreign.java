package dev.streamgauge.checks.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.cli.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What others do: they create topics and write to them; and a look at what became of it. */
final class Foreign implements AutoCloseable {

    static final String GROUP = TopicGateway.PREFIX + "gateway-review";

    private final Map<String, Object> clients;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    Foreign(Map<String, Object> clients) {
        this.clients = clients;
        this.admin = Admin.create(clients);
        this.producer = new KafkaProducer<>(clients, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void create(String topic, int partitions) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                .all()
                .get();
    }

    /** @param headers names and values in turn */
    void write(String topic, byte[] value, String... headers) throws ExecutionException, InterruptedException {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, value);
        for (int i = 0; i < headers.length; i += 2) {
            message.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
        }
        producer.send(message).get();
    }

    /** A merged change of Gerrit for each number. */
    void merge(int from, int to) {
        for (int number = from; number < to; number++) {
            var unused = producer.send(new ProducerRecord<>("gerrit", number % 2, null, merged(number)));
        }
        producer.flush();
    }

    static byte[] merged(int number) {
        return """
                {"type": "change-merged", "eventCreatedOn": 1772444400,
                 "change": {"project": "acme/shop", "branch": "main", "number": %d, "subject": "Count items once",
                  "url": "https://review.example.org/c/acme/shop/+/%d", "createdOn": 1772439300, "status": "MERGED"},
                 "patchSet": {"number": 1, "revision": "%040x", "parents": ["%040x"], "createdOn": 1772439400},
                 "refName": "refs/heads/main", "newRev": "%040x"}
                """.formatted(number, number, number + 1, 1, number + 1).getBytes(UTF_8);
    }

    /** What the gateway has committed, over all partitions. */
    long committed() {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets.values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            return 0; // Not there yet, or away just now.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> raw(Topic<?, ?> topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        reader().raw(List.of(topic), all -> partition -> true, count -> {}, found::add);
        return found;
    }

    TopicReader reader() {
        return new TopicReader(clients, TopicGateway.PREFIX);
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within three minutes: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
