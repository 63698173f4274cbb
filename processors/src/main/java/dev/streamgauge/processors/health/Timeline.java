package dev.streamgauge.processors.health;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.List;

/** The steps of the walk by the time at which they were known. */
final class Timeline {

    static final TableSpec<Step> STEPS_BY_TIME =
            new TableSpec<>("main-health", "main-walk-by-time", Step.class, "as many as in the walk");

    private final Table<Step> steps;

    Timeline(Tables tables) {
        this.steps = tables.table(STEPS_BY_TIME);
    }

    void add(Key workflow, Step step) {
        steps.put(key(workflow, step), step);
    }

    void remove(Key workflow, Step step) {
        steps.remove(key(workflow, step));
    }

    /** The failures of commits before a position that were known after one time, but not after another (null: whenever). */
    List<Step> failures(Key workflow, Position before, long after, Long until) {
        List<Step> failures = new ArrayList<>();
        Key to = until == null ? workflow.end() : workflow.and(until).end();
        steps.ascend(workflow.and(after).end(), to, step -> {
            if (!step.green() && step.position().compareTo(before) < 0) {
                failures.add(step);
            }
            return true;
        });
        return failures;
    }

    private static Key key(Key workflow, Step step) {
        return step.build().appendTo(step.position().appendTo(workflow.and(step.at())));
    }
}
