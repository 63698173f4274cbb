package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.aggregates.Contribution;
import java.util.List;

/** What a revised fact takes from windows and brings to them. */
record FactRevision(List<Contribution> before, List<Contribution> after) {

    boolean isEmpty() {
        return before.equals(after);
    }
}
