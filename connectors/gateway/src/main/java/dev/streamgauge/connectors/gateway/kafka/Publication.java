package dev.streamgauge.connectors.gateway.kafka;

import dev.streamgauge.connectors.gateway.intake.Parcel.Part;
import dev.streamgauge.connectors.gateway.intake.UnpublishableException;
import dev.streamgauge.schemas.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Some messages on their way. It is done when all are acknowledged, and failed with the first that is not. */
final class Publication {

    /** A message, and what it is. */
    record Outgoing(Part part, ProducerRecord<byte[], byte[]> content) {}

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger open;

    private Publication(int messages) {
        open = new AtomicInteger(messages);
    }

    static CompletableFuture<Void> of(Producer<byte[], byte[]> producer, List<Outgoing> messages) {
        Publication publication = new Publication(messages.size());
        for (Outgoing message : messages) {
            if (publication.done.isCompletedExceptionally()) {
                break; // Each further one might block as long as the first.
            }
            publication.send(producer, message);
        }
        return publication.done;
    }

    private void send(Producer<byte[], byte[]> producer, Outgoing message) {
        var unused = producer.send(message.content(), (metadata, exception) -> {
            if (exception != null) {
                done.completeExceptionally(translated(message, exception));
            } else if (open.decrementAndGet() == 0) {
                done.complete(null);
            }
        });
    }

    private static Exception translated(Outgoing message, Exception exception) {
        if (!(exception instanceof RecordTooLargeException)) {
            return exception;
        }
        String topic = message.content().topic();
        return new UnpublishableException(
                message.part(),
                Refusal.TOO_LARGE,
                "What is meant for %s is larger than the broker takes".formatted(topic));
    }
}
