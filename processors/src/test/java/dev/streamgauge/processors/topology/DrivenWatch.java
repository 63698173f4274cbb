package dev.streamgauge.processors.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.alerts.v1.Queue;
import dev.streamgauge.processors.app.ProcessorsApp;
import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.app.StreamsSettings;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology as production builds it, watched, on a clock that a test turns. Alerts are told in short: state, rule, whose. */
final class DrivenWatch implements AutoCloseable {

    // Production would take the machine's time for that of records that are ahead of it.
    private static final Map<String, String> SIMULATED_TIME =
            Map.of(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, FailOnInvalidTimestamp.class.getName());

    private static final Duration STEP = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OneRegistry registry = new OneRegistry();
    private final Wire wire;
    private final TopologyTestDriver driver;
    private Instant now;

    DrivenWatch(Path directory, String start, String rules, Reading reading) throws IOException {
        this(directory, start, rules, reading, Telemetry.OFF);
    }

    DrivenWatch(Path directory, String start, String rules, Reading reading, Telemetry telemetry) throws IOException {
        this(directory, start, rules, Memory.FOR_EVER, new Surroundings(reading, telemetry));
    }

    /** With a memory that may end. */
    DrivenWatch(Path directory, String start, String rules, Memory memory) throws IOException {
        this(directory, start, rules, memory, new Surroundings(Reading.ALL_READ, Telemetry.OFF));
    }

    private record Surroundings(Reading reading, Telemetry telemetry) {}

    private DrivenWatch(Path directory, String start, String rules, Memory memory, Surroundings around)
            throws IOException {
        this.now = Moments.at(start);
        ProcessorsConfig config = new ProcessorsConfig(
                        "127.0.0.1:1",
                        "",
                        directory,
                        "driven",
                        remembering(memory),
                        Map.of(WireConfig.URL, registry.url()),
                        SIMULATED_TIME)
                .with(WatchSettings.DEFAULT);
        this.wire = Wire.from(config.wire());
        RuleSet inForce = RuleSet.read(rules);
        Properties properties = new Properties();
        properties.putAll(StreamsSettings.of(config));
        this.driver = new TopologyTestDriver(
                ProcessorsApp.topology(config, () -> inForce, around.reading(), around.telemetry()), properties, now);
    }

    private static Engine remembering(Memory memory) {
        Engine engine = Engine.DEFAULT;
        return new Engine(
                engine.threads(),
                engine.commitInterval(),
                engine.catchUpInterval(),
                engine.standbys(),
                engine.replicationFactor(),
                engine.recentRows(),
                memory);
    }

    /** Events that arrive now. */
    DrivenWatch hears(Telling... events) {
        for (Telling each : events) {
            SpecificRecord event = each.event();
            event.put(event.getSchema().getField("received_at").pos(), now);
            byte[] bytes = bytes(event);
            driver.createInputTopic(
                            EventTopics.topicOf(event).name(), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(new TestRecord<>(Story.SHOP.getBytes(UTF_8), bytes, now));
        }
        return this;
    }

    @SuppressWarnings("unchecked") // each event meets the serializer of its own class
    private byte[] bytes(SpecificRecord event) {
        Class<SpecificRecord> type = (Class<SpecificRecord>) event.getClass();
        return wire.serializer(type, false).serialize(EventTopics.topicOf(event).name(), event);
    }

    /** Nothing but time passes. */
    DrivenWatch until(String time) {
        while (now.isBefore(Moments.at(time))) {
            Duration left = Duration.between(now, Moments.at(time));
            Duration step = left.compareTo(STEP) < 0 ? left : STEP;
            now = now.plus(step);
            driver.advanceWallClockTime(step);
        }
        return this;
    }

    /** The same at once, and nothing is looked at meanwhile. */
    DrivenWatch passes(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
        return this;
    }

    /** The key of each row of each store, also of rows that are gone and not forgotten. */
    Set<String> rows() {
        Set<String> rows = new TreeSet<>();
        driver.getAllStateStores().forEach((name, store) -> {
            if (store instanceof KeyValueStore<?, ?> table) {
                try (KeyValueIterator<?, ?> all = table.all()) {
                    all.forEachRemaining(row -> rows.add(name + " " + row.key));
                }
            }
        });
        return rows;
    }

    /** Kafka Streams closes the processors, and begins anew with the same ones and the same stores. */
    DrivenWatch revived() {
        new DrivenTask(driver).revive();
        return this;
    }

    /** How much is called by the clock. */
    long scheduled() {
        return new DrivenTask(driver).scheduled();
    }

    /** The current time. */
    Instant now() {
        return now;
    }

    /** What was written to a topic since this was last asked. */
    <K, V> List<TestRecord<K, V>> written(Topic<K, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        wire.deserializer(topic.keyClass(), true),
                        wire.deserializer(topic.valueClass(), false))
                .readRecordsToList();
    }

    private List<TestRecord<byte[], byte[]>> bytes(Topic<byte[], byte[]> topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Those published since this was last asked, without the watchdog. */
    List<String> alerts() {
        return written(Topics.ALERTS).stream()
                .map(TestRecord<AlertKey, Alert>::value)
                .filter(Objects::nonNull)
                .filter(alert -> !alert.getRule().equals(RuleSet.WATCHDOG))
                .map(alert -> told(alert.getState(), alert.getRule(), alert.getName()))
                .toList();
    }

    /** The same of the watchdog: when it was published. */
    List<Instant> watchdog() {
        return written(Topics.ALERTS).stream()
                .map(TestRecord<AlertKey, Alert>::value)
                .filter(Objects::nonNull)
                .filter(alert -> alert.getRule().equals(RuleSet.WATCHDOG))
                .map(Alert::getUpdatedAt)
                .toList();
    }

    /** The same as JSON. */
    List<String> json() throws IOException {
        List<String> alerts = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : bytes(Topics.ALERTS_JSON)) {
            JsonNode alert = JSON.readTree(record.value());
            if (!alert.path("rule").asText().equals(RuleSet.WATCHDOG)) {
                alerts.add(told(
                        alert.path("state").asText(),
                        alert.path("rule").asText(),
                        alert.path("name").asText()));
            }
        }
        return alerts;
    }

    /** The queues of a repository, or of an organisation, that were published since this was last asked. */
    List<Queue> queues(String scope) {
        return written(Topics.QUEUES).stream()
                .map(TestRecord::value)
                .filter(queue -> queue != null && queue.getScope().equals(scope))
                .toList();
    }

    private static String told(String state, String rule, String name) {
        return state + " " + rule + " " + name.replace(Story.SHOP, "shop");
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
