package dev.streamgauge.standalone.topics;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A topic as it is in a cluster.
 *
 * @param replicas of the partition that has the fewest
 * @param config its settings by Kafka's names, those of the brokers included
 * @param chosen the names of those that somebody has set for this topic
 */
public record Found(int partitions, int replicas, Map<String, String> config, Set<String> chosen) {

    public Found {
        config = Map.copyOf(config);
        chosen = Set.copyOf(chosen);
    }

    /** A setting that is a number; empty: it is not known. */
    OptionalLong number(String name) {
        String value = config.getOrDefault(name, "");
        return value.matches("-?[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }
}
