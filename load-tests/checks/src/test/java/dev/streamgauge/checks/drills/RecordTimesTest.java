package dev.streamgauge.checks.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where the user's own topics keep what producers write as the time of records, that may be anything: the events are good. */
@ExtendWith(SharedGround.class)
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class RecordTimesTest {

    private static final int EVENTS = 1_500;
    private static final int RESTARTS = 3;
    private static final Duration MOST = Duration.ofMinutes(2);

    @Test
    void noTimeOfARecordHarmsIt(Ground ground) throws Exception {
        // Given
        try (Drill drill = new Drill(ground, "times")) {
            keepTimesOfProducers(ground, drill);
            Instance instance = drill.instance("one").start();
            Path events = ground.directory().resolve("times.ndjson");

            // When
            Iterator<SpecificRecord> organisation = Drill.organisation();
            for (int restart = 0; restart < RESTARTS; restart++) {
                drill.outputs().awaitNews();
                write(ground, drill, organisation, events);
                drill.news(MOST);
                instance.kill();
                instance.start();
            }

            // Then
            Verdict verdict = drill.verdict(events);
            System.err.println(verdict);
            verdict.requireWell();
            assertThat(verdict.refused()).isZero();
            assertThat(instance.dropped()).isZero();
        }
    }

    private static void keepTimesOfProducers(Ground ground, Drill drill) throws Exception {
        Collection<AlterConfigOp> changes = List.of(
                set(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"),
                set(TopicConfig.RETENTION_MS_CONFIG, "-1"), // Records of 1970 would soon be deleted, read or not.
                set(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE)));
        Map<ConfigResource, Collection<AlterConfigOp>> all = new HashMap<>();
        Topics.events()
                .forEach(topic ->
                        all.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name(drill.prefix())), changes));
        try (Admin admin = Admin.create(ground.clients())) {
            admin.incrementalAlterConfigs(all).all().get();
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static void write(Ground ground, Drill drill, Iterator<SpecificRecord> organisation, Path events)
            throws Exception {
        EventEncoder encoder = new EventEncoder(Wire.from(ground.clients()), drill.prefix());
        long now = System.currentTimeMillis();
        List<Long> times = List.of(
                now,
                -1L,
                now + Duration.ofMinutes(50).toMillis(),
                0L,
                now + Duration.ofDays(3_650).toMillis(),
                Instant.parse("1970-06-01T00:00:00Z").toEpochMilli(),
                now - Duration.ofDays(30).toMillis());
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(ground.clients(), new ByteArraySerializer(), new ByteArraySerializer());
                var lines = Files.newBufferedWriter(events, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Future<?> last = null;
            for (int i = 0; i < EVENTS / RESTARTS; i++) {
                SpecificRecord event = organisation.next();
                lines.write(EventJson.write(event));
                lines.write('\n');
                last = producer.send(new Timed(encoder.encode(event), times.get(i % times.size())));
            }
            producer.flush();
            last.get();
        }
    }

    /** Of any time, -1 too: producers in other languages write it. */
    private static final class Timed extends ProducerRecord<byte[], byte[]> {

        private final long time;

        Timed(ProducerRecord<byte[], byte[]> from, long time) {
            super(from.topic(), from.key(), from.value());
            this.time = time;
        }

        @Override
        public Long timestamp() {
            return time;
        }
    }
}
