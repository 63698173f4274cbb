package dev.streamgauge.processors.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreCommitTest {

    private static final String NAME = "before-commit";

    @TempDir
    Path directory;

    private final AtomicInteger calls = new AtomicInteger();
    private TopologyTestDriver driver;

    @BeforeEach
    void open() {
        Topology topology = new Topology()
                .addSource("read", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "in")
                .addProcessor("count", () -> new Counting(calls), "read")
                .addStateStore(PreCommit.builder(NAME), "count");
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(topology, properties);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void itsActionIsCalledBeforeACommit() {
        // When
        commit();

        // Then
        assertThat(calls).hasValue(1);
    }

    @Test
    void whoBecomesAStandbyLetsGoOfItsProcessors() {
        // Given
        PreCommit store = (PreCommit) driver.getStateStore(NAME);

        // When
        store.clearCache();

        // Then
        commit();
        assertThat(calls).hasValue(0);
    }

    /** The driver commits after each record. */
    private void commit() {
        driver.createInputTopic("in", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new byte[0]);
    }

    private record Counting(AtomicInteger calls) implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            PreCommit store = context.getStateStore(NAME);
            store.run(calls::incrementAndGet, context);
        }

        @Override
        public void process(Record<byte[], byte[]> event) {
            // What it is does not matter.
        }
    }
}
