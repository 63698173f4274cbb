package dev.streamgauge.processors.health;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Repeats the walk after one step came or went: from a green place, until it is green beyond that step where it was green before. */
final class Repair {

    private final Key workflow;
    private final Walk walk;
    private final Table<Episode> before;
    private final Step changed;
    private final int times;
    private final List<Red> reds = new ArrayList<>();
    private Step sync;

    /** A time in which the walk is red. */
    record Red(Step opener, Step closer, Tally tally) {}

    /**
     * @param before the episodes as they stand
     * @param times 1 if the step came, -1 if it went
     */
    Repair(Key workflow, Walk walk, Table<Episode> before, Step changed, int times) {
        this.workflow = workflow;
        this.walk = walk;
        this.before = before;
        this.changed = changed;
        this.times = times;
    }

    /** Where the walk is as it was before again; null: nowhere. */
    Step sync() {
        return sync;
    }

    /** The red times from a green place up to there. */
    List<Red> from(Step green) {
        Step opener = opener(green, true);
        while (opener != null) {
            Step closer = walk.closer(workflow, opener);
            reds.add(new Red(opener, closer, tally(opener, closer)));
            opener = closer == null ? null : opener(closer, false);
        }
        return reds;
    }

    /** The next failure that opens an episode; null: the walk is as before, or at its end. */
    private Step opener(Step from, boolean inclusive) {
        Step[] opener = {null};
        walk.from(workflow, from, inclusive, step -> {
            if (step.compareTo(changed) > 0 && !wasRed(step)) {
                sync = step;
            } else if (!step.green() && !walk.overtaken(workflow, step)) {
                opener[0] = step;
            }
            return sync == null && opener[0] == null;
        });
        return opener[0];
    }

    /** Whether the episodes as they stand say that main was red when the walk came to this step. */
    private boolean wasRed(Step step) {
        Episode episode = before.last(workflow, step.key(workflow));
        return episode != null && episode.covers(step);
    }

    /**
     * Counts only what is not counted already: main may be red for years, and each of its builds comes here. An episode that ended
     * where this one does differs from it by the changed step, and by where it began.
     */
    private Tally tally(Step opener, Step closer) {
        Episode old = before.last(workflow, closer == null ? workflow.end() : closer.key(workflow));
        if (old == null || !old.endsWith(closer)) {
            Tally counted = walk.tally(workflow, opener, closer);
            return closer == null ? counted : counted.plus(closer, 1);
        }
        Tally known = old.covers(changed) ? old.tally().plus(changed, times) : old.tally();
        return opener.compareTo(old.opener()) <= 0
                ? known.plus(walk.tally(workflow, opener, old.opener()))
                : known.minus(walk.tally(workflow, old.opener(), opener));
    }
}
