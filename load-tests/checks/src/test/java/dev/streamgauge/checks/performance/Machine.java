package dev.streamgauge.checks.performance;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where a figure comes from, for the head of a page. */
final class Machine {

    private Machine() {}

    /** The day, the cores and Java. */
    static String today() {
        return "%s; %d cores, Java %s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"));
    }
}
