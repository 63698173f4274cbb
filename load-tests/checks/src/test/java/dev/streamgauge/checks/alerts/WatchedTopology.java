package dev.streamgauge.checks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.oracle.AlertOracle.Clock;
import dev.streamgauge.processors.app.ProcessorsApp;
import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.app.StreamsSettings;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.processors.topology.Reading;
import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.registry.Level;
import dev.streamgauge.standalone.registry.RegistryConfig;
import dev.streamgauge.standalone.registry.RegistryServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.apache.kafka.streams.test.TestRecord;

/** The topology as production builds it, watched: its stores on disk, a real registry, a simulated wall clock; only the broker is missing. */
final class WatchedTopology implements AutoCloseable {

    // Production would take the machine's time for that of records that are ahead of it.
    private static final Map<String, String> SIMULATED_TIME =
            Map.of(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, FailOnInvalidTimestamp.class.getName());

    private final Clock clock;
    private final RegistryServer registry;
    private final Wire wire;
    private final TopologyTestDriver driver;
    private Instant now;
    private Instant nextLook;

    WatchedTopology(Path directory, Clock clock, String rules) {
        this.clock = clock;
        this.nextLook = clock.first();
        this.now = clock.first().minus(clock.interval());
        this.registry =
                RegistryServer.start(new RegistryConfig(directory.resolve("schemas.jsonl"), 0, Level.FULL_TRANSITIVE));
        ProcessorsConfig config = new ProcessorsConfig(
                        "127.0.0.1:1",
                        "",
                        directory.resolve("state"),
                        "driven",
                        Engine.DEFAULT,
                        Map.of(WireConfig.URL, registry.url()),
                        SIMULATED_TIME)
                .with(Rehearsed.settings(clock))
                .with(ExactRules.DEFINITIONS);
        this.wire = Wire.from(config.wire());
        RuleSet inForce = RuleSet.read(rules);
        Properties properties = new Properties();
        properties.putAll(StreamsSettings.of(config));
        this.driver = new TopologyTestDriver(
                ProcessorsApp.topology(config, () -> inForce, Reading.ALL_READ, Telemetry.OFF), properties, now);
    }

    /** Time passes, with a look each time that one is due, until an event arrives. */
    void take(Arrival arrival) {
        until(Instant.ofEpochMilli(arrival.at()));
        driver.createInputTopic(
                        EventTopics.topicOf(arrival.event()).name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())
                .pipeInput(new TestRecord<>(arrival.repository().getBytes(UTF_8), bytes(arrival.event()), now));
    }

    /** Time passes until the last look. */
    void finish() {
        until(clock.last());
    }

    private void until(Instant time) {
        while (!nextLook.isAfter(time)) {
            advance(nextLook);
            nextLook = nextLook.plus(clock.interval());
        }
        advance(time);
    }

    private void advance(Instant time) {
        if (time.isAfter(now)) {
            driver.advanceWallClockTime(Duration.between(now, time));
            now = time;
        }
    }

    @SuppressWarnings("unchecked") // each event meets the serializer of its own class
    private byte[] bytes(SpecificRecord event) {
        Class<SpecificRecord> type = (Class<SpecificRecord>) event.getClass();
        return wire.serializer(type, false).serialize(EventTopics.topicOf(event).name(), event);
    }

    /** What was published of alerts, in its order, but for the watchdog. */
    List<Alert> published() {
        return driver
                .createOutputTopic(
                        Topics.ALERTS.name(),
                        wire.deserializer(AlertKey.class, true),
                        wire.deserializer(Alert.class, false))
                .readValuesToList()
                .stream()
                .filter(alert -> alert != null && !alert.getRule().equals(RuleSet.WATCHDOG))
                .toList();
    }

    int refused() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .size();
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
