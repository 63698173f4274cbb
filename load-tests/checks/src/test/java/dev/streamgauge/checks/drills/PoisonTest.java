package dev.streamgauge.checks.drills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What no honest producer writes is among the events: each of it is refused with its reason, or is what it is, and the good suffers nothing. */
@ExtendWith(SharedGround.class)
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class PoisonTest {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final int GOOD = 1_000;

    @Test
    void poisonIsRefusedAndTheGoodIsCounted(Ground ground) throws Exception {
        // Given
        try (Drill drill = new Drill(ground, "poison")) {
            Instance instance = drill.instance("one").start();
            drill.outputs().awaitNews();
            drill.feed().at(200);
            drill.news(MOST);
            List<Poison> poisons = poisons(ground, drill);

            // When
            write(ground, drill, poisons);
            while (drill.feed().published() < GOOD) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Path events = drill.feed().stop();
            note(poisons, events);

            // Then
            Verdict verdict = drill.verdict(events);
            System.err.println(verdict);
            System.err.println(instance.process().says());
            verdict.requireWell();
            assertThat(letters(drill)).containsExactlyInAnyOrderElementsOf(expected(poisons));
            assertThat(instance.dropped()).isZero();
            assertThat(instance.process().isAlive()).isTrue();
            assertThat(instance.process().says()).doesNotContain(Poisons.CANARY, "\tat ");
        }
    }

    private static List<Poison> poisons(Ground ground, Drill drill) {
        return new Poisons(new EventEncoder(Wire.from(ground.clients()), drill.prefix()), Instant.now()).all();
    }

    private static void write(Ground ground, Drill drill, List<Poison> poisons) throws Exception {
        Map<String, Object> config = new TreeMap<>(ground.clients());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Poison poison : poisons) {
                producer.send(new ProducerRecord<>(poison.topic().name(drill.prefix()), poison.key(), poison.value()))
                        .get();
            }
        }
    }

    /** Those that count are events too. */
    private static void note(List<Poison> poisons, Path events) throws IOException {
        List<String> lines = poisons.stream()
                .filter(poison -> poison.reason() == null)
                .map(poison -> EventJson.write(poison.event()))
                .toList();
        Files.write(events, lines, StandardOpenOption.APPEND);
    }

    private static List<String> expected(List<Poison> poisons) {
        return poisons.stream()
                .filter(poison -> poison.reason() != null)
                .map(poison -> "%s %s %s"
                        .formatted(poison.reason(), Arrays.hashCode(poison.key()), Arrays.hashCode(poison.value())))
                .toList();
    }

    private static List<String> letters(Drill drill) {
        List<String> letters = new ArrayList<>();
        drill.reader().each(Topics.DEAD_LETTERS, letter -> {
            assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isNotBlank();
            letters.add("%s %s %s"
                    .formatted(
                            header(letter, DeadLetterHeaders.REASON),
                            Arrays.hashCode(letter.key()),
                            Arrays.hashCode(letter.value())));
        });
        return letters;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
