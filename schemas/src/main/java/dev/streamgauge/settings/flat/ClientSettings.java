package dev.streamgauge.settings.flat;

import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a Kafka client as they were written. Any of them may hold a password, so none is shown.
 *
 * @param values by Kafka's own names
 */
public record ClientSettings(Map<String, Secret> values) {

    public ClientSettings {
        values = Map.copyOf(values);
    }

    /** As Kafka's clients take them. */
    public Map<String, Object> reveal() {
        Map<String, Object> revealed = new TreeMap<>();
        values.forEach((name, value) -> revealed.put(name, value.reveal()));
        return revealed;
    }
}
