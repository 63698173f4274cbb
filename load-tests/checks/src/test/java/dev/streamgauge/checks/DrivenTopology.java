package dev.streamgauge.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.processors.app.ProcessorsApp;
import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.app.StreamsSettings;
import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.registry.Level;
import dev.streamgauge.standalone.registry.RegistryConfig;
import dev.streamgauge.standalone.registry.RegistryServer;
import dev.streamgauge.standalone.report.Rows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology as production builds and configures it, with its stores on disk and a real registry; only the broker is missing. It commits after
 * each event.
 */
final class DrivenTopology implements AutoCloseable {

    // Production would take the machine's time for that of records that are ahead of it.
    private static final Map<String, String> SIMULATED_TIME =
            Map.of(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, FailOnInvalidTimestamp.class.getName());

    /** After every event of every history: nothing is from the future. */
    static final Instant ARRIVAL = Instant.parse("2031-01-01T00:00:00Z");

    private static final String PREFIX = Topic.DEFAULT_PREFIX;

    private final RegistryServer registry;
    private final Wire wire;
    private final TopologyTestDriver driver;

    DrivenTopology(Path directory) {
        registry =
                RegistryServer.start(new RegistryConfig(directory.resolve("schemas.jsonl"), 0, Level.FULL_TRANSITIVE));
        ProcessorsConfig config = config(directory.resolve("state"), registry.url());
        wire = Wire.from(config.wire());
        Properties properties = new Properties();
        properties.putAll(StreamsSettings.of(config));
        driver = new TopologyTestDriver(ProcessorsApp.topology(config), properties, ARRIVAL);
    }

    static ProcessorsConfig config(Path state, String registryUrl) {
        return new ProcessorsConfig(
                "127.0.0.1:1",
                PREFIX,
                state,
                "driven",
                Engine.DEFAULT,
                Map.of(WireConfig.URL, registryUrl),
                SIMULATED_TIME);
    }

    /** The name of a topic in this installation. */
    static String name(Topic<?, ?> topic) {
        return topic.name(PREFIX);
    }

    void send(SpecificRecord event) {
        send(
                EventTopics.topicOf(event),
                new TestRecord<>(EventTopics.keyOf(event).getBytes(UTF_8), bytes(event), ARRIVAL));
    }

    void send(Topic<?, ?> topic, TestRecord<byte[], byte[]> message) {
        driver.createInputTopic(name(topic), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(message);
    }

    /** An event as it is on the wire. */
    @SuppressWarnings("unchecked") // each event meets the serializer of its own class
    byte[] bytes(SpecificRecord event) {
        Class<SpecificRecord> type = (Class<SpecificRecord>) event.getClass();
        return wire.serializer(type, false).serialize(name(EventTopics.topicOf(event)), event);
    }

    /** Every fact and aggregate, by the last value of each key; to be asked once. */
    Map<String, List<ObjectNode>> sections() {
        Map<String, List<ObjectNode>> sections = new LinkedHashMap<>();
        Rows.FACTS.forEach((section, topic) -> sections.put(section, rows(topic)));
        Rows.AGGREGATES.forEach((section, topic) -> sections.put(section, rows(topic)));
        return sections;
    }

    @SuppressWarnings("unchecked") // facts and aggregates have records as keys and values
    private List<ObjectNode> rows(Topic<?, ?> topic) {
        Map<SpecificRecord, SpecificRecord> current = new HashMap<>();
        for (TestRecord<SpecificRecord, SpecificRecord> update :
                written((Topic<SpecificRecord, SpecificRecord>) topic)) {
            if (update.value() == null) {
                current.remove(update.key());
            } else {
                current.put(update.key(), update.value());
            }
        }
        return Rows.of(current.keySet(), current);
    }

    /** What was written to a topic since this was last asked. */
    <K, V> List<TestRecord<K, V>> written(Topic<K, V> topic) {
        return driver.createOutputTopic(
                        name(topic),
                        wire.deserializer(topic.keyClass(), true),
                        wire.deserializer(topic.valueClass(), false))
                .readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        name(Topics.DEAD_LETTERS), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    Set<String> stores() {
        return driver.getAllStateStores().keySet();
    }

    /** All topics to which something was written, those of Kafka Streams' own too. */
    Set<String> writtenTopics() {
        return driver.producedTopicNames();
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
