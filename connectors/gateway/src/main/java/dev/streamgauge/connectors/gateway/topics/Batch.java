package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.connectors.gateway.intake.Result;
import dev.streamgauge.connectors.gateway.intake.UnpublishableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some records on their way, all at once, in the order of their partitions. Where one is not acknowledged, it and all after it come again, so that
 * the last word of a partition stays the last.
 */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Desk desk;

    Batch(Desk desk) {
        this.desk = desk;
    }

    private record Taken(ConsumerRecord<byte[], byte[]> message, long since, CompletableFuture<Result> result) {}

    /**
     * What became of them.
     *
     * @param done how many need not come again
     * @param again where each partition has to be read again; empty: nowhere
     */
    record Outcome(int done, Map<TopicPartition, Long> again) {}

    /** Returns when the fate of each is known. */
    Outcome take(ConsumerRecords<byte[], byte[]> messages) {
        List<Taken> all = new ArrayList<>(messages.count());
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            long now = System.nanoTime();
            all.add(new Taken(message, now, desk.take(message)));
        }
        int done = 0;
        Map<TopicPartition, Long> again = new HashMap<>();
        for (Taken taken : all) {
            if (isDone(taken, again)) {
                done++;
            }
        }
        return new Outcome(done, again);
    }

    private boolean isDone(Taken taken, Map<TopicPartition, Long> again) {
        TopicPartition partition =
                new TopicPartition(taken.message().topic(), taken.message().partition());
        Result result = result(taken, again.isEmpty());
        if (result == null || again.containsKey(partition)) {
            again.putIfAbsent(partition, taken.message().offset());
            return false;
        }
        desk.measures().taken(desk.source().name(), result, age(taken));
        return true;
    }

    /** Null if it may be taken later; the first of a batch to be so is counted. */
    private Result result(Taken taken, boolean first) {
        try {
            return taken.result().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnpublishableException refused) {
                // Not even its dead letter can be written. It stays where it is, and must not stop what follows it.
                LOG.error(
                        "{} cannot be kept as a dead letter, and is skipped: {}",
                        Incoming.place(taken.message()),
                        refused.getMessage());
                return new Result.Refused(refused.reason().code(), refused.getMessage());
            }
            LOG.debug("Not acknowledged, for {}: {}", desk.source().name(), e.getMessage());
            if (first) {
                desk.measures().waits(desk.source().name(), age(taken));
            }
            return null;
        }
    }

    private static Duration age(Taken taken) {
        return Duration.ofNanos(System.nanoTime() - taken.since());
    }
}
