package dev.streamgauge.processors.runs;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;

/** The next success after each failure. A success that comes or goes concerns only the failures since the success before it. */
public final class NextGreens {

    public static final TableSpec<NextGreen> NEXT_GREENS = new TableSpec<>(
            "runs",
            "next-greens",
            NextGreen.class,
            "the remembered failures on main; empty without the profile circleci");
    static final TableSpec<End> BY_FINISH = new TableSpec<>(
            "runs",
            "verdicts-by-finish",
            End.class,
            "the remembered successes and failures on main; empty without the profile circleci");

    private final Ends ends;
    private final Table<NextGreen> facts;

    NextGreens(Tables tables) {
        this.ends = new Ends(tables.table(BY_FINISH));
        this.facts = tables.table(NEXT_GREENS);
    }

    void add(Build build) {
        End end = End.of(build);
        ends.add(workflow(build), end);
        if (end.green()) {
            failuresBefore(build, end, end);
        } else {
            put(build, end, ends.greenAfter(workflow(build), end));
        }
    }

    void remove(Build build) {
        End end = End.of(build);
        ends.remove(workflow(build), end);
        if (end.green()) {
            failuresBefore(build, end, ends.greenAfter(workflow(build), end));
        } else {
            facts.remove(end.appendTo(workflow(build)));
        }
    }

    /** Whether a success is still to come for a failure, or came since the horizon; or whether a success was the last before that. */
    boolean needs(Build build, long horizon) {
        End next = ends.greenAfter(workflow(build), End.of(build));
        return next == null || next.at() >= horizon;
    }

    void forget(Build build) {
        End end = End.of(build);
        ends.forget(workflow(build), end);
        if (!end.green()) {
            facts.forget(end.appendTo(workflow(build)));
        }
    }

    private void failuresBefore(Build build, End green, End next) {
        for (End failure : ends.othersUpTo(workflow(build), green)) {
            put(build, failure, next);
        }
    }

    private void put(Build build, End failure, End green) {
        facts.put(
                failure.appendTo(workflow(build)),
                new NextGreen(build.repository(), build.workflow(), failure, green == null ? null : green.at()));
    }

    private static Key workflow(Build build) {
        return Key.of(build.repository()).and(build.workflow());
    }
}
