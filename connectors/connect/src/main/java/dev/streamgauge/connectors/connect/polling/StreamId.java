package dev.streamgauge.connectors.connect.polling;

import java.util.HashMap;
import java.util.Map;

/**
 * Which stream it is.
 *
 * @param provider {@code github}, {@code gitlab} or {@code jenkins}
 * @param host of the provider
 * @param repository as the provider spells it: {@code acme/shop}; of Jenkins the job's path
 * @param stream for example {@code pulls}
 */
public record StreamId(String provider, String host, String repository, String stream) {

    /**
     * The primitive form, as Kafka Connect keeps it. Connect compares partitions by the bytes of their JSON, whose fields it writes in the map's order, and makes
     * HashMaps of those that come by its REST API: in another order, nobody's changed offsets would be found.
     */
    public Map<String, String> toMap() {
        Map<String, String> map = new HashMap<>();
        map.put("provider", provider);
        map.put("host", host);
        map.put("repo", repository);
        map.put("stream", stream);
        return map;
    }

    @Override
    public String toString() {
        return provider + " " + repository + " " + stream;
    }
}
