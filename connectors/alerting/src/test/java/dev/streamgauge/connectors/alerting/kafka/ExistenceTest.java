package dev.streamgauge.connectors.alerting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ExistenceTest {

    private static final String TOPIC = "streamgauge.alerts.v1";

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void shouldSayWhichTopicIsMissingAndWhatToDo() {
        // Given
        consumer.subscribe(List.of(TOPIC));

        // When
        var missing = new Existence(consumer, TOPIC).missing();

        // Then
        assertThat(missing)
                .hasValue(
                        "there is no topic streamgauge.alerts.v1: ./streamgauge topics apply creates it, or somebody who may (schemas/README.md)");
    }

    @Test
    void shouldMissNothingWhereOthersHaveAllPartitions() {
        // Given
        consumer.subscribe(List.of(TOPIC));
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), null, null)));

        // When
        var missing = new Existence(consumer, TOPIC).missing();

        // Then
        assertThat(missing).isEmpty();
    }

    @Test
    void shouldMissNothingOnceAPartitionHasCome() {
        // Given
        consumer.subscribe(List.of(TOPIC));
        Existence existence = new Existence(consumer, TOPIC);
        existence.missing();
        consumer.rebalance(List.of(new TopicPartition(TOPIC, 0)));

        // When
        var missing = existence.missing();

        // Then
        assertThat(missing).isEmpty();
    }
}
