package dev.streamgauge.processors.publish;

import dev.streamgauge.processors.aggregates.WindowSums;
import org.apache.avro.specific.SpecificRecordBase;

/** The fields of aggregates that are computed from sums. */
final class Derived {

    private Derived() {}

    static void fill(WindowSums sums, SpecificRecordBase value) {
        switch (sums.key().kind()) {
            case MAIN_BRANCH -> mainBranch(sums, value);
            default -> {}
        }
    }

    private static void mainBranch(WindowSums sums, SpecificRecordBase value) {
        long count = sums.sum("successes") + sums.sum("failures");
        PublicWindow.set(value, "count", count);
        PublicWindow.set(value, "run_success_rate", rate(sums.sum("successes"), count));
    }

    private static Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
