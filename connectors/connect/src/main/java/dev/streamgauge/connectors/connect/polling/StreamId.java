package dev.streamgauge.connectors.connect.polling;

import java.util.LinkedHashMap;
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

    /** The primitive form, as Kafka Connect keeps it. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
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
