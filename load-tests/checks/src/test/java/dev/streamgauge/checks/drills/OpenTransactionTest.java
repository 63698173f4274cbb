package dev.streamgauge.checks.drills;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Somebody else's producer dies in the middle of a transaction: nobody can read on until Kafka has ended it. */
@ExtendWith(SharedGround.class)
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class OpenTransactionTest {

    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Pattern HELD = Pattern.compile("(?m)^streamgauge_events_held\\{.*} [1-9]");

    @Test
    void whatATransactionHoldsBackIsToldAndCountsWhenItHasEnded(Ground ground) throws Exception {
        // Given
        try (Drill drill = new Drill(ground, "open")) {
            Instance instance = drill.instance("one").start();
            drill.feed().at(60);
            drill.awaitResults();

            // When
            leaveOpen(ground, drill);

            // Then
            eventually(
                    LASTS,
                    "it is told",
                    () -> HELD.matcher(instance.process().get("/metrics")).find());
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }

    private static void leaveOpen(Ground ground, Drill drill) throws ExecutionException, InterruptedException {
        Map<String, Object> config = new HashMap<>(ground.clients());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "somebody");
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LASTS.toMillis());
        EventEncoder encoder = new EventEncoder(Wire.from(ground.clients()), drill.prefix());
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(encoder.encode(Drill.organisation().next())).get();
        producer.close(Duration.ZERO); // No time to abort it.
    }
}
