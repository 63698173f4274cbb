package dev.streamgauge.processors.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The bounds of histograms, above which there is only one more bucket. */
public final class Buckets {

    /** For delivery, from minutes to weeks. */
    static final List<Duration> DELIVERY = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(30));

    /** For builds. */
    static final List<Duration> PIPELINE = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6));

    /** For how long events wait to be processed. */
    static final List<Duration> DELAY = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofHours(1));

    private Buckets() {}

    /** All of them as a table in Markdown, with its heading. */
    static String markdown() {
        return """
                | histograms | upper bounds of the buckets |
                |---|---|
                | of delivery: `streamgauge_*`, but for the last | %s |
                | `cicd_pipeline_run_duration_seconds` | %s |
                | `streamgauge_event_delay_seconds` | %s |
                """.formatted(told(DELIVERY), told(PIPELINE), told(DELAY));
    }

    private static String told(List<Duration> bounds) {
        return bounds.stream().map(Buckets::told).collect(Collectors.joining(", "));
    }

    private static String told(Duration bound) {
        if (bound.toMillisPart() > 0) {
            return bound.toMillis() + " ms";
        }
        if (bound.toSecondsPart() > 0) {
            return bound.toSeconds() + " s";
        }
        if (bound.toMinutesPart() > 0) {
            return bound.toMinutes() + " min";
        }
        return bound.toHoursPart() > 0 ? bound.toHours() + " h" : bound.toDays() + " d";
    }
}
