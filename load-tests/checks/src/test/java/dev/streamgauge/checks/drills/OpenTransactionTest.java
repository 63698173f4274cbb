package dev.streamgauge.checks.drills;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
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

    private static final int FAR_AHEAD = 20_000;
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(2);
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
            eventually(LASTS, "it is told", () -> isHeld(instance));
            eventually(MOST, "it is over", () -> !isHeld(instance));
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }

    private static boolean isHeld(Instance instance) {
        return HELD.matcher(instance.process().get("/metrics")).find();
    }

    /** What is in it must not count; it is an event that nobody publishes otherwise. */
    private static void leaveOpen(Ground ground, Drill drill) throws ExecutionException, InterruptedException {
        Map<String, Object> config = new HashMap<>(ground.clients());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "somebody");
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LASTS.toMillis());
        EventEncoder encoder = new EventEncoder(Wire.from(ground.clients()), drill.prefix());
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(encoder.encode(later())).get();
        } finally {
            producer.close(Duration.ZERO); // No time to abort it.
        }
    }

    private static SpecificRecord later() {
        Iterator<SpecificRecord> events = Drill.organisation();
        for (int passed = 0; passed < FAR_AHEAD; passed++) {
            events.next();
        }
        return events.next();
    }
}
