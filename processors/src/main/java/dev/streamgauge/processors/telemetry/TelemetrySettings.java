package dev.streamgauge.processors.telemetry;

import dev.streamgauge.processors.definitions.Pattern;
import java.util.List;

/**
 * What of delivery is counted for operators.
 *
 * @param enabled whether anything is
 * @param repositories patterns of those that are told apart by a label; empty: none, and there is no such label
 * @param limit how many combinations of values from outside the labels of one metric may have
 */
public record TelemetrySettings(boolean enabled, List<Pattern> repositories, int limit) {

    /** All of it, without repositories. */
    public static final TelemetrySettings DEFAULT = new TelemetrySettings(true, List.of(), 200);

    public TelemetrySettings {
        repositories = List.copyOf(repositories);
    }
}
