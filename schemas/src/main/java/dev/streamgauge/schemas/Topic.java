package dev.streamgauge.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A topic of the catalogue.
 *
 * @param name without the installation's prefix, see {@link #name(String)}
 * @param keyClass {@code String}, {@code byte[]} or a generated Avro record
 * @param valueClass likewise
 */
public record Topic<K, V>(String name, Class<K> keyClass, Class<V> valueClass, Storage storage, Usage usage) {

    /** The prefix unless the user configures another one. */
    public static final String DEFAULT_PREFIX = "streamgauge.";

    public Topic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(keyClass, "keyClass");
        Objects.requireNonNull(valueClass, "valueClass");
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(usage, "usage");
    }

    /**
     * How a topic is kept.
     *
     * @param retention null for a compacted topic
     * @param extra further settings of the topic, by Kafka's names
     */
    public record Storage(int partitions, Cleanup cleanup, Duration retention, Map<String, String> extra) {

        public Storage {
            if (partitions < 1) {
                throw new IllegalArgumentException("A topic needs at least one partition, not " + partitions);
            }
            if ((cleanup == Cleanup.DELETE) == (retention == null)) {
                throw new IllegalArgumentException(
                        "A retention belongs to a topic with cleanup DELETE, and only to it");
            }
            extra = Map.copyOf(extra);
        }
    }

    /** Who writes and reads a topic, and what it holds: one sentence for people. */
    public record Usage(String writtenBy, String readBy, String description) {}

    /** The topic's name in the cluster. */
    public String name(String prefix) {
        return prefix + name;
    }

    public int partitions() {
        return storage.partitions();
    }

    public Cleanup cleanup() {
        return storage.cleanup();
    }

    /** How long records are kept; null: the last of each key for ever. */
    public Duration retention() {
        return storage.retention();
    }

    /** All settings of the topic that differ from the broker's, by Kafka's names, in a stable order. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("cleanup.policy", cleanup().policy());
        if (retention() != null) {
            config.put("retention.ms", Long.toString(retention().toMillis()));
        }
        storage.extra().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> config.put(entry.getKey(), entry.getValue()));
        return config;
    }

    /** The same topic with another number of partitions. All event topics must have the same. */
    public Topic<K, V> withPartitions(int partitions) {
        return stored(new Storage(partitions, cleanup(), retention(), storage.extra()));
    }

    /** The same topic, kept for another time. Only for topics with cleanup DELETE. */
    public Topic<K, V> withRetention(Duration retention) {
        return stored(new Storage(partitions(), cleanup(), retention, storage.extra()));
    }

    private Topic<K, V> stored(Storage other) {
        return new Topic<>(name, keyClass, valueClass, other, usage);
    }
}
