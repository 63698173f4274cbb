package dev.streamgauge.processors.app;

import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.topology.DeliveryTopology;
import dev.streamgauge.processors.topology.Reading;
import dev.streamgauge.processors.topology.WatchTerms;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The processors, running. */
public final class ProcessorsApp implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final RulesFeed rules;
    private final AtomicReference<String> failure;

    private ProcessorsApp(KafkaStreams streams, RulesFeed rules, AtomicReference<String> failure) {
        this.streams = streams;
        this.rules = rules;
        this.failure = failure;
    }

    /** The topology as it runs in production; who watches has the rules that ship, and takes it that all is read. */
    public static Topology topology(ProcessorsConfig config) {
        RuleSet shipped = config.watch() == null ? null : RuleSet.shipped();
        return topology(config, () -> shipped, Reading.ALL_READ);
    }

    /**
     * The topology as it runs in production.
     *
     * @param rules those in force
     * @param reading what has not been read
     */
    public static Topology topology(ProcessorsConfig config, Supplier<RuleSet> rules, Reading reading) {
        Topology empty = new Topology(new TopologyConfig(new StreamsConfig(StreamsSettings.of(config))));
        return new DeliveryTopology(
                        Wire.from(config.wire()),
                        config.prefix(),
                        new DeliveryTopology.State(
                                config.engine().recentRows(), config.engine().memory()),
                        config.definitions(),
                        empty)
                .watchedBy(config.watch() == null ? null : new WatchTerms(config.watch(), rules, reading))
                .get();
    }

    /** Starts the processors; returns at once. */
    public static ProcessorsApp start(ProcessorsConfig config) {
        AtomicReference<String> failure = new AtomicReference<>();
        Properties properties = properties(StreamsSettings.of(config));
        RulesFeed rules = config.watch() == null ? null : rules(config);
        ReadNotes notes = new ReadNotes();
        KafkaStreams streams = rules == null
                ? new KafkaStreams(topology(config), properties)
                : new KafkaStreams(topology(config, rules, notes), properties, new NotedClients(notes));
        streams.setUncaughtExceptionHandler(new FailurePolicy(Clock.systemUTC(), failure::set));
        streams.start();
        return new ProcessorsApp(streams, rules, failure);
    }

    private static RulesFeed rules(ProcessorsConfig config) {
        Map<String, Object> consumer = new HashMap<>(new StreamsConfig(StreamsSettings.of(config))
                .getGlobalConsumerConfigs(config.applicationId() + "-rules"));
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return RulesFeed.start(consumer, config.name(Topics.RULES));
    }

    /** Why it stopped by itself; empty if it did not. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Stops within twenty seconds; what is not committed then is done again at the next start. */
    @Override
    public void close() {
        streams.close(STOP_WITHIN);
        if (rules != null) {
            rules.close();
        }
    }

    private static Properties properties(Map<String, Object> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
