package dev.streamgauge.processors.app;

import dev.streamgauge.processors.topology.DeliveryTopology;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The processors, running. */
public final class ProcessorsApp implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final AtomicReference<String> failure;

    private ProcessorsApp(KafkaStreams streams, AtomicReference<String> failure) {
        this.streams = streams;
        this.failure = failure;
    }

    /** The topology as it runs in production. */
    public static Topology topology(ProcessorsConfig config) {
        Topology empty = new Topology(new TopologyConfig(new StreamsConfig(StreamsSettings.of(config))));
        return new DeliveryTopology(
                        Wire.from(config.wire()),
                        config.prefix(),
                        new DeliveryTopology.State(
                                config.engine().recentRows(), config.engine().memory()),
                        config.definitions(),
                        empty)
                .get();
    }

    /** Starts the processors; returns at once. */
    public static ProcessorsApp start(ProcessorsConfig config) {
        AtomicReference<String> failure = new AtomicReference<>();
        KafkaStreams streams = new KafkaStreams(topology(config), properties(StreamsSettings.of(config)));
        streams.setUncaughtExceptionHandler(new FailurePolicy(Clock.systemUTC(), failure::set));
        streams.start();
        return new ProcessorsApp(streams, failure);
    }

    /** Why it stopped by itself; empty if it did not. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Stops within twenty seconds; what is not committed then is done again at the next start. */
    @Override
    public void close() {
        streams.close(STOP_WITHIN);
    }

    private static Properties properties(Map<String, Object> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
