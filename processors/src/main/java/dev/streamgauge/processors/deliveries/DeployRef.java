package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.table.Key;
import java.util.Comparator;

/** The name of an attempt to deploy. */
public record DeployRef(Lane lane, String deployId, int attempt) implements Comparable<DeployRef> {

    private static final Comparator<DeployRef> ORDER = Comparator.comparing(DeployRef::lane)
            .thenComparing(DeployRef::deployId)
            .thenComparingInt(DeployRef::attempt);

    @Override
    public int compareTo(DeployRef other) {
        return ORDER.compare(this, other);
    }

    /** Where the rows of this deploy stand. */
    public Key key(String repository) {
        return appendTo(Key.of(repository));
    }

    /** Appends the name to a key. */
    public Key appendTo(Key prefix) {
        return lane.appendTo(prefix).and(deployId).and(attempt);
    }
}
