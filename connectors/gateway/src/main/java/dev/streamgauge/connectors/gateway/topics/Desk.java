package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.connectors.gateway.config.Limits;
import dev.streamgauge.connectors.gateway.http.Measures;
import dev.streamgauge.connectors.gateway.intake.Intake;
import dev.streamgauge.connectors.gateway.intake.Result;
import dev.streamgauge.connectors.gateway.intake.Source;
import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped.Unmappable;
import dev.streamgauge.schemas.Refusal;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes single records in, as deliveries of one source. */
record Desk(Source source, Shared shared) {

    /** An attempt publishes up to four times: the delivery, without its raw bytes, as a dead letter, as a short one. */
    private static final int ATTEMPTS = 4;

    /** What the sources share with each other, and with the addresses. */
    record Shared(Intake intake, Limits limits, Measures measures, Clock clock) {}

    Measures measures() {
        return shared.measures();
    }

    /** Whatever happens, it is in the answer; failed: it may succeed later. */
    CompletableFuture<Result> take(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            return CompletableFuture.completedFuture(new Result.Ignored("tombstone"));
        }
        try {
            return takeIn(message, Incoming.of(message, shared.clock().instant()))
                    .orTimeout(ATTEMPTS * shared.limits().answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Result> takeIn(ConsumerRecord<byte[], byte[]> message, Delivery delivery) {
        if (Incoming.isHeadTooLarge(message)) {
            return tooLarge(delivery, "The record's headers are larger than 16 KiB, and were not kept");
        }
        int most = shared.limits().maxBody();
        int bytes = delivery.body().length;
        return bytes > most
                ? tooLarge(delivery, "The record has %d bytes, gateway.max.body.bytes is %d".formatted(bytes, most))
                : shared.intake().take(source, delivery);
    }

    private CompletableFuture<Result> tooLarge(Delivery delivery, String message) {
        return shared.intake().quarantine(source, delivery, new Unmappable(Refusal.TOO_LARGE, message));
    }
}
