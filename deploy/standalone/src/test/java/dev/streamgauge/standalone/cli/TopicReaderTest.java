package dev.streamgauge.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.StandaloneException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final String PREFIX = "reader.";

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformConfig.temporary());
        platform.createTopics(PREFIX, 2);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void shouldKeepTheLastCommittedValueOfEachKey() {
        // Given
        try (KafkaProducer<ChangeKey, Change> producer = producer()) {
            producer.initTransactions();
            inTransaction(producer, true, List.of(change("a", "open"), change("b", "open"), change("c", "open")));
            inTransaction(producer, true, List.of(change("a", "landed")));
            inTransaction(producer, true, List.of(tombstone("b")));
            inTransaction(producer, false, List.of(change("c", "landed"), change("d", "landed")));
        }

        // When
        Map<ChangeKey, Change> latest = reader().latest(Topics.CHANGES);

        // Then
        assertThat(latest).containsOnlyKeys(key("a"), key("c"));
        assertThat(latest.get(key("a")).getState()).isEqualTo("landed");
        assertThat(latest.get(key("c")).getState()).isEqualTo("open");
    }

    @Test
    void shouldReadAnEmptyTopic() {
        assertThat(reader().latest(Topics.DELIVERIES)).isEmpty();
    }

    @Test
    void shouldSayThatATopicIsMissing() {
        // Given
        TopicReader elsewhere = new TopicReader(platform.clientConfig(), "elsewhere.");

        // When
        assertThatThrownBy(() -> elsewhere.latest(Topics.CHANGES))
                // Then
                .isInstanceOf(StandaloneException.class)
                .hasMessage(
                        "There is no topic elsewhere.changes.v1: do the topics begin with another prefix than 'elsewhere.'? Give it by --prefix, or by topic.prefix in the file of settings");
    }

    private static TopicReader reader() {
        return new TopicReader(platform.clientConfig(), PREFIX);
    }

    private static KafkaProducer<ChangeKey, Change> producer() {
        Map<String, Object> config = new HashMap<>(platform.clientConfig());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test");
        Wire wire = Wire.from(config);
        return new KafkaProducer<>(
                config, wire.serializer(ChangeKey.class, true), wire.serializer(Change.class, false));
    }

    private static void inTransaction(
            KafkaProducer<ChangeKey, Change> producer,
            boolean commit,
            List<ProducerRecord<ChangeKey, Change>> records) {
        producer.beginTransaction();
        var sent = records.stream().map(producer::send).toList();
        producer.flush();
        assertThat(sent).allMatch(Future::isDone);
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private static ProducerRecord<ChangeKey, Change> change(String id, String state) {
        Change change = Change.newBuilder()
                .setRepository("github.com/acme/shop")
                .setChange(id)
                .setState(state)
                .build();
        return new ProducerRecord<>(Topics.CHANGES.name(PREFIX), key(id), change);
    }

    private static ProducerRecord<ChangeKey, Change> tombstone(String id) {
        return new ProducerRecord<>(Topics.CHANGES.name(PREFIX), key(id), null);
    }

    private static ChangeKey key(String id) {
        return new ChangeKey("github.com/acme/shop", id);
    }
}
