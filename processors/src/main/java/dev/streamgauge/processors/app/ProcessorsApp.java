package dev.streamgauge.processors.app;

import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.telemetry.Telemetry;
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
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processors, running. */
public final class ProcessorsApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorsApp.class);

    /** Below the session's timeout: who is back by then finds its partitions again, and nobody else notices. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

    private final KafkaStreams streams;
    private final RulesFeed rules;
    private final ReadNotes notes;
    private final Pulse pulse;
    private final AtomicReference<String> failure = new AtomicReference<>();
    private final FailurePolicy policy = new FailurePolicy(Clock.systemUTC(), failure::set);
    private final Restorations restorations = new Restorations();
    private volatile boolean closing;

    private ProcessorsApp(KafkaStreams streams, RulesFeed rules, ReadNotes notes, Pulse pulse) {
        this.streams = streams;
        this.rules = rules;
        this.notes = notes;
        this.pulse = pulse;
        streams.setUncaughtExceptionHandler(policy);
        streams.setGlobalStateRestoreListener(restorations);
    }

    /** The topology as it runs in production; who watches has the rules that ship, and takes it that all is read. */
    public static Topology topology(ProcessorsConfig config) {
        RuleSet shipped = config.watch() == null ? null : RuleSet.shipped();
        return topology(config, () -> shipped, Reading.ALL_READ, Telemetry.OFF);
    }

    /**
     * The topology as it runs in production.
     *
     * @param rules those in force
     * @param reading what has not been read
     * @param telemetry hears what goes by
     */
    public static Topology topology(
            ProcessorsConfig config, Supplier<RuleSet> rules, Reading reading, Telemetry telemetry) {
        Topology empty = new Topology(new TopologyConfig(new StreamsConfig(StreamsSettings.of(config))));
        return new DeliveryTopology(
                        Wire.from(config.wire()),
                        config.prefix(),
                        new DeliveryTopology.State(
                                config.engine().recentRows(), config.engine().memory()),
                        config.definitions(),
                        empty)
                .watchedBy(config.watch() == null ? null : new WatchTerms(config.watch(), rules, reading))
                .toldTo(telemetry)
                .committing(StreamsSettings.pace(config))
                .get();
    }

    /** Starts the processors; returns at once. */
    public static ProcessorsApp start(ProcessorsConfig config) {
        return start(config, Telemetry.OFF);
    }

    /** The same with somebody who hears what goes by. */
    static ProcessorsApp start(ProcessorsConfig config, Telemetry telemetry) {
        LocalState state = new LocalState(config.stateDir().resolve(config.applicationId()));
        state.deleteBroken();
        Properties properties = properties(StreamsSettings.of(config));
        RulesFeed rules = config.watch() == null ? null : rules(config);
        ReadNotes notes = new ReadNotes();
        Pulse pulse = new Pulse(StreamsSettings.pollLimit(config), System::nanoTime);
        KafkaStreams streams = new KafkaStreams(
                topology(config, rules == null ? () -> null : rules, notes, telemetry),
                properties,
                new NotedClients(notes, pulse));
        ProcessorsApp app = new ProcessorsApp(streams, rules, notes, pulse);
        try {
            streams.start();
        } catch (ProcessorStateException e) {
            throw state.unusable(e);
        }
        return app;
    }

    private static RulesFeed rules(ProcessorsConfig config) {
        Map<String, Object> consumer = new HashMap<>(new StreamsConfig(StreamsSettings.of(config))
                .getGlobalConsumerConfigs(config.applicationId() + "-rules"));
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return RulesFeed.start(consumer, config.name(Topics.RULES));
    }

    /** Why it stopped by itself; empty if it did not. */
    public Optional<String> failure() {
        String reason = failure.get();
        boolean unexplained = reason == null && streams.state() == State.ERROR;
        Optional<String> told =
                Optional.ofNullable(unexplained ? "Kafka Streams has stopped after an error: see the log" : reason);
        return closing ? Optional.empty() : told.or(pulse::dead);
    }

    /** Why it does not work, or not yet; empty if it does. It need not have caught up. */
    Optional<String> waiting() {
        if (closing) {
            return Optional.of("the processors are stopping");
        }
        State state = streams.state();
        if (state != State.RUNNING) {
            return Optional.of("the processors are not running yet, but " + state);
        }
        int parts = restorations.going().size();
        if (parts > 0) {
            return Optional.of(parts + " parts of the state are being read again");
        }
        return policy.waiting().or(() -> rules == null ? Optional.empty() : rules.waiting());
    }

    /** The rules in force; null: unknown, or nobody watches. */
    RuleSet rulesInForce() {
        return rules == null ? null : rules.get();
    }

    ReadNotes notes() {
        return notes;
    }

    Pulse pulse() {
        return pulse;
    }

    FailurePolicy policy() {
        return policy;
    }

    Restorations restorations() {
        return restorations;
    }

    KafkaStreams streams() {
        return streams;
    }

    /**
     * Commits and stops within nine seconds, and stays a member of its group. What is not committed then is done again at the next
     * start.
     */
    @Override
    public void close() {
        closing = true;
        if (rules != null) {
            rules.stop();
        }
        if (!streams.close(STOP_WITHIN)) {
            LOG.warn(
                    "The processors did not stop within {} seconds; what is not committed is done again at the next start",
                    STOP_WITHIN.toSeconds());
        }
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
