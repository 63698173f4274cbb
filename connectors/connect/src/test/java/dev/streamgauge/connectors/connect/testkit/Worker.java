package dev.streamgauge.connectors.connect.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A worker that knows these offsets, and is older than the metrics of plugins. */
public record Worker(Map<String, String> configs, Map<Map<String, ?>, Map<String, Object>> known)
        implements SourceTaskContext, OffsetStorageReader {

    public static Worker context(Map<String, String> configs) {
        return new Worker(configs, Map.of());
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new NoSuchMethodError("pluginMetrics");
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return known.get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, known.get(partition)));
        return found;
    }
}
