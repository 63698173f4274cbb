package dev.streamgauge.connectors.connect.polling;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which states were told lately, so that an overlap costs no further calls. Bounded: what is forgotten is told once more, which harms nobody. */
public final class Told {

    private final Map<String, Boolean> versions;

    public Told(int most) {
        versions = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether this state was told. Null never was. */
    public boolean has(String version) {
        return version != null && versions.containsKey(version);
    }

    /** It was told now. */
    public void add(String version) {
        if (version != null) {
            versions.put(version, Boolean.TRUE);
        }
    }
}
