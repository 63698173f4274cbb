package dev.streamgauge.standalone.pipeline;

import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How often results are made visible: each time costs a transaction over all topics, and rows that change again before it are written once. */
enum Pace {
    /** Somebody watches. */
    LIVE(Engine.DEFAULT.threads(), Engine.DEFAULT.commitInterval()),
    /** Only the end counts, and somebody waits for it. */
    BRISK(1, Duration.ofSeconds(1)),
    /** The end is far: what is written once instead of five times matters more than when. Roll-ups are a second thread's work. */
    BULK(2, Duration.ofSeconds(5));

    private static final long MUCH = 64L * 1024 * 1024;

    // A commit of so much may take its time, and the broker aborts a transaction that takes too long.
    private static final Duration TRANSACTION_OF_BULK = Duration.ofMinutes(1);

    private final int threads;
    private final Duration commitInterval;

    Pace(int threads, Duration commitInterval) {
        this.threads = threads;
        this.commitInterval = commitInterval;
    }

    /** The pace for so many bytes of events that have happened. */
    static Pace ofPast(long bytes) {
        return bytes < MUCH ? BRISK : BULK;
    }

    /** The settings of an instance that is alone. */
    Engine engine() {
        Engine alone = Engine.DEFAULT.alone();
        return new Engine(
                threads,
                commitInterval,
                alone.catchUpInterval(),
                alone.standbys(),
                alone.replicationFactor(),
                alone.recentRows(),
                alone.memory());
    }

    /** What else Kafka must know of it, by Kafka's names. */
    Map<String, String> kafka() {
        return this == BULK
                ? Map.of(
                        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                        String.valueOf(TRANSACTION_OF_BULK.toMillis()))
                : Map.of();
    }
}
