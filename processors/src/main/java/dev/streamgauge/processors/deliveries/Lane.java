package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.table.Key;
import java.util.Comparator;

/** A service in an environment. */
public record Lane(String service, String environment) implements Comparable<Lane> {

    private static final Comparator<Lane> ORDER =
            Comparator.comparing(Lane::service).thenComparing(Lane::environment);

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }

    /** Appends the lane to a key. */
    public Key appendTo(Key prefix) {
        return prefix.and(service).and(environment);
    }
}
