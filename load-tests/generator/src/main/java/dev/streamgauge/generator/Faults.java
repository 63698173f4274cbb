package dev.streamgauge.generator;

import java.time.Duration;

/**
 * How bad the sources and the network are. Each rate is a share of the events, from 0 to 1.
 *
 * @param duplicates delivered again later, half of them under a new event id
 * @param outOfOrder held back for minutes to hours, so that later ones overtake them
 * @param missing never delivered
 * @param clockSkew of the commits and of the finished builds: stamped by a clock that was wrong
 * @param maxLateness the longest that an event is held back, at least a minute
 */
public record Faults(double duplicates, double outOfOrder, double missing, double clockSkew, Duration maxLateness) {

    /** One in twenty twice, one in ten late, one in a hundred lost. */
    public static final Faults USUAL = new Faults(0.05, 0.10, 0.01, 0.01, Duration.ofHours(8));

    /** Each event once, at once, with right clocks. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, Duration.ofMinutes(1));

    public Faults {
        share("duplicates", duplicates);
        share("outOfOrder", outOfOrder);
        share("missing", missing);
        share("clockSkew", clockSkew);
        if (maxLateness.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("maxLateness must be at least a minute, not " + maxLateness);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, not " + value);
        }
    }
}
