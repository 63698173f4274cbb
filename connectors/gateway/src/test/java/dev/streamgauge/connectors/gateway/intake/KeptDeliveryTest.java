package dev.streamgauge.connectors.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.gateway.config.GatewayConfig.Keep;
import dev.streamgauge.connectors.gateway.config.RawMode;
import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Providers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KeptDeliveryTest {

    private static final Source SOURCE = new Source("ours", Providers.named("generic"), Scheme.NONE, List.of());

    @Test
    void whatIsKeptIsReadAsItCame() {
        // Given
        Delivery came = new Delivery(
                Map.of("content-type", "application/x-ndjson", Delivery.PATH, "a/b", "idempotency-key", "é"),
                "{}".getBytes(UTF_8),
                Instant.parse("2026-11-21T12:00:00.123Z"));

        // When
        KeptDelivery kept = KeptDelivery.of(record(new Evidence(new Keep(RawMode.ON, 100)).raw(SOURCE, came)))
                .orElseThrow();

        // Then
        assertThat(kept.provider()).isEqualTo("generic");
        assertThat(kept.source()).isEqualTo("ours");
        assertThat(kept.redacted()).isFalse();
        assertThat(kept.delivery().headers()).isEqualTo(came.headers());
        assertThat(kept.delivery().body()).isEqualTo(came.body());
        assertThat(kept.delivery().receivedAt()).isEqualTo(came.receivedAt());
    }

    @Test
    void anythingElseIsNoDelivery() {
        assertThat(KeptDelivery.of(new ConsumerRecord<>("t", 0, 0, new byte[0], new byte[0])))
                .isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> record(Message message) {
        ConsumerRecord<byte[], byte[]> found = new ConsumerRecord<>("t", 0, 0, message.key(), message.value());
        message.headers().forEach((name, value) -> found.headers().add(name, value.getBytes(UTF_8)));
        return found;
    }
}
