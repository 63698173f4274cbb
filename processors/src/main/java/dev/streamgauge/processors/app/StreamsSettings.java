package dev.streamgauge.processors.app;

import dev.streamgauge.processors.topology.CommitPace;
import dev.streamgauge.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/** Kafka Streams' settings for the processors, with the reason where it is not plain. */
public final class StreamsSettings {

    /** A dead member's partitions are free after this time; a restart within it moves nothing. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    private StreamsSettings() {}

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if two of them contradict each other
     */
    public static Map<String, Object> of(ProcessorsConfig config) {
        Map<String, Object> settings = new HashMap<>();
        identity(config, settings);
        exactlyOnce(config, settings);
        failures(config, settings);
        settings.putAll(config.kafka());
        requireCommitWithinTransaction(settings);
        return settings;
    }

    /** For how long a thread may not ask for events, before it loses its partitions. */
    static Duration pollLimit(ProcessorsConfig config) {
        String name = ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG;
        Object limit = new StreamsConfig(of(config))
                .getMainConsumerConfigs("any", "any", 0)
                .getOrDefault(name, ConsumerConfig.configDef().defaultValues().get(name));
        return Duration.ofMillis(Long.parseLong(limit.toString()));
    }

    /** How tasks ask for commits; who has set Kafka's own interval gets that. */
    static CommitPace pace(ProcessorsConfig config) {
        return config.kafka().containsKey(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)
                ? CommitPace.KAFKAS
                : config.engine().pace();
    }

    /** For an administrator beside Kafka Streams' own. */
    static Map<String, Object> admin(ProcessorsConfig config) {
        return new StreamsConfig(of(config)).getAdminConfigs(config.applicationId() + "-probe");
    }

    private static void identity(ProcessorsConfig config, Map<String, Object> settings) {
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.engine().threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.engine().standbys());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.engine().replicationFactor());
        // A restarted instance gets its own tasks back, and the others notice nothing.
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.instanceId());
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                Math.toIntExact(SESSION_TIMEOUT.toMillis()));
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A name by position would orphan state when a node is added.
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    }

    private static void exactlyOnce(ProcessorsConfig config, Map<String, Object> settings) {
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                config.engine().longestInterval().toMillis());
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(TRANSACTION_TIMEOUT.toMillis()));
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, ArrivalTime.class);
        // The tables keep live objects themselves; a byte cache beneath them would only cost.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), 8 * 1024 * 1024);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 8 * 1024 * 1024);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 * 1024);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 64L * 1024 * 1024);
    }

    /**
     * Bad input never gets this far: {@code Admit} draws it off. What fails behind it is a bug or a broken disk, and going on would make
     * state and output differ; Kafka's dead-letter queue names the record.
     */
    private static void failures(ProcessorsConfig config, Map<String, Object> settings) {
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, config.name(Topics.DEAD_LETTERS));
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
    }

    private static void requireCommitWithinTransaction(Map<String, Object> settings) {
        String name = StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
        long commit = millis(settings, StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        long transaction = millis(settings, name);
        if (commit >= transaction) {
            throw new IllegalArgumentException(
                    "commit.interval.ms is %d, but must be below %s (%d): the broker would abort each transaction before it ends"
                            .formatted(commit, name, transaction));
        }
    }

    private static long millis(Map<String, Object> settings, String name) {
        try {
            return Long.parseLong(settings.get(name).toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s is '%s', but must be a number of milliseconds".formatted(name, settings.get(name)), e);
        }
    }
}
