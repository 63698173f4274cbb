package dev.streamgauge.connectors.gateway.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class IncomingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final ConsumerRecord<byte[], byte[]> message =
            new ConsumerRecord<>("ci", 3, 17, null, "{}".getBytes(UTF_8));

    @Test
    void headersAreTextByTheirNamesInLowerCase() {
        // Given
        message.headers().add("CE_Type", "dev.cdevents.x".getBytes(UTF_8));
        message.headers().add("ce_tag", "a".getBytes(UTF_8));
        message.headers().add("ce_tag", "b".getBytes(UTF_8));
        message.headers().add("ce_none", null);

        // When
        Delivery delivery = Incoming.of(message, NOW);

        // Then
        assertThat(delivery.header("ce_type")).isEqualTo("dev.cdevents.x");
        assertThat(delivery.header("ce_tag")).isEqualTo("a,b");
        assertThat(delivery.header("ce_none")).isEmpty();
        assertThat(delivery.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void nobodyCanSayInAHeaderWhereItLies() {
        // Given
        message.headers().add(Delivery.PLACE, "forged".getBytes(UTF_8));
        message.headers().add(Delivery.PATH, "forged".getBytes(UTF_8));

        // When
        Delivery delivery = Incoming.of(message, NOW);

        // Then
        assertThat(delivery.headers()).containsOnlyKeys(Delivery.PLACE).containsEntry(Delivery.PLACE, "ci-3-17");
    }

    @Test
    void headersThatAreTooLargeAreLeftOut() {
        // Given
        message.headers().add("ce_x", new byte[17_000]);

        // When
        Delivery delivery = Incoming.of(message, NOW);

        // Then
        assertThat(Incoming.isHeadTooLarge(message)).isTrue();
        assertThat(delivery.headers()).containsOnlyKeys(Delivery.PLACE);
    }
}
