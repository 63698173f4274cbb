package dev.streamgauge.processors.health;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.List;

/** The failures of the walk by the time at which they were known. */
final class Timeline {

    static final TableSpec<Step> FAILURES_BY_TIME =
            new TableSpec<>("main-health", "main-failures-by-time", Step.class, "the remembered failures on main");

    private final Table<Step> failures;

    Timeline(Tables tables) {
        this.failures = tables.table(FAILURES_BY_TIME);
    }

    void add(Key workflow, Step failure) {
        failures.put(key(workflow, failure), failure);
    }

    void remove(Key workflow, Step failure) {
        failures.remove(key(workflow, failure));
    }

    void forget(Key workflow, Step failure) {
        failures.forget(key(workflow, failure));
    }

    /** The failures of commits before a position that were known after one time, but not after another (null: whenever). */
    List<Step> failures(Key workflow, Position before, long after, Long until) {
        List<Step> found = new ArrayList<>();
        Key to = until == null ? workflow.end() : workflow.and(until).end();
        failures.ascend(workflow.and(after).end(), to, failure -> {
            if (failure.position().compareTo(before) < 0) {
                found.add(failure);
            }
            return true;
        });
        return found;
    }

    private static Key key(Key workflow, Step step) {
        return step.build().appendTo(step.position().appendTo(workflow.and(step.at())));
    }
}
