package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Derived.rate;
import static dev.streamgauge.processors.publish.PublicWindow.set;

import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.deliveries.Stage;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** The stages' shares of a window of {@code flow.v1}, and how they moved against the baseline (docs/metrics.md, section 6). */
final class Shares {

    private static final String TOTAL = "total_ms";

    private Shares() {}

    static void fill(WindowSums sums, SpecificRecordBase value) {
        long total = sums.sum(TOTAL);
        for (Stage stage : Stage.values()) {
            set(value, stage.label() + "_share", share(sums.sums(), stage));
        }
        if (total == 0) {
            return;
        }
        Stage bottleneck = bottleneck(sums.sums());
        double share = share(sums.sums(), bottleneck);
        set(value, "bottleneck", bottleneck.label());
        set(value, "bottleneck_share", share);
        set(value, "amdahl_bound", share == 1 ? null : 1 / (1 - share));
        if (sums.baseline().getOrDefault(TOTAL, 0L) != 0) {
            compare(sums, bottleneck, value);
        }
    }

    private static void compare(WindowSums sums, Stage bottleneck, SpecificRecordBase value) {
        Stage shifted = Stage.CODING;
        for (Stage stage : Stage.values()) {
            if (shift(sums, stage) > shift(sums, shifted)) {
                shifted = stage;
            }
        }
        set(value, "bottleneck_shift", shift(sums, bottleneck));
        if (shift(sums, shifted) > 0) { // else none grew: all shares are as they were
            set(value, "shifted_stage", shifted.label());
            set(value, "share_shift", shift(sums, shifted));
        }
    }

    private static double shift(WindowSums sums, Stage stage) {
        return share(sums.sums(), stage) - share(sums.baseline(), stage);
    }

    private static Stage bottleneck(Map<String, Long> sums) {
        Stage greatest = Stage.CODING;
        for (Stage stage : Stage.values()) {
            if (length(sums, stage) > length(sums, greatest)) {
                greatest = stage;
            }
        }
        return greatest;
    }

    private static Double share(Map<String, Long> sums, Stage stage) {
        return rate(length(sums, stage), sums.getOrDefault(TOTAL, 0L));
    }

    private static long length(Map<String, Long> sums, Stage stage) {
        return sums.getOrDefault(stage.label() + "_ms", 0L);
    }
}
