package dev.streamgauge.processors.runs;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;

/** The first run of each commit. Only when that one goes is the next one looked up. */
public final class FirstRuns {

    public static final TableSpec<FirstRun> FIRST_RUNS = new TableSpec<>(
            "runs", "first-runs", FirstRun.class, "the commits of remembered builds, per kind of branch");
    static final TableSpec<End> FINISHED = new TableSpec<>("runs", "finished-runs", End.class, "as many as builds");

    private final Ends ends;
    private final Table<FirstRun> firsts;

    FirstRuns(Tables tables) {
        this.ends = new Ends(tables.table(FINISHED));
        this.firsts = tables.table(FIRST_RUNS);
    }

    void add(Build build) {
        Key commit = commit(build);
        End end = End.of(build);
        ends.add(commit, end);
        FirstRun first = firsts.get(commit);
        if (first == null || end.compareTo(first.end()) < 0) {
            firsts.put(commit, firstRun(build, end));
        }
    }

    void remove(Build build) {
        Key commit = commit(build);
        End end = End.of(build);
        ends.remove(commit, end);
        if (firsts.get(commit).end().equals(end)) {
            End next = ends.first(commit);
            firsts.put(commit, next == null ? null : firstRun(build, next));
        }
    }

    /** Whether a run was the first of its commit, and others of that are not over. */
    boolean needs(Build build, long horizon) {
        Key commit = commit(build);
        return End.of(build).equals(ends.first(commit)) && ends.anySince(commit, horizon);
    }

    void forget(Build build) {
        Key commit = commit(build);
        ends.forget(commit, End.of(build));
        if (ends.first(commit) == null) {
            firsts.forget(commit);
        }
    }

    private static FirstRun firstRun(Build build, End end) {
        return new FirstRun(build.repository(), BranchClass.of(build), build.sha(), end);
    }

    private static Key commit(Build build) {
        return Key.of(build.repository()).and(BranchClass.of(build).label()).and(build.sha());
    }
}
