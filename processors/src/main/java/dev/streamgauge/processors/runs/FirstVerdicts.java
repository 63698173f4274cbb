package dev.streamgauge.processors.runs;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;

/** What the builds of a commit said first, and whether they said otherwise later. Each build costs a few look-ups, however many there are. */
public final class FirstVerdicts {

    public static final TableSpec<FirstVerdict> FIRST_VERDICTS = new TableSpec<>(
            "runs", "first-verdicts", FirstVerdict.class, "the commits of remembered builds on main, per workflow");
    static final TableSpec<End> VERDICTS =
            new TableSpec<>("runs", "verdicts-of-commits", End.class, "the remembered successes and failures on main");

    private final Ends ends;
    private final Table<FirstVerdict> firsts;

    FirstVerdicts(Tables tables) {
        this.ends = new Ends(tables.table(VERDICTS));
        this.firsts = tables.table(FIRST_VERDICTS);
    }

    void add(Build build) {
        ends.add(commit(build), End.of(build));
        decide(build);
    }

    void remove(Build build) {
        ends.remove(commit(build), End.of(build));
        decide(build);
    }

    /** Whether the verdict of a commit rests on a build, and others of that commit are not over. */
    boolean needs(Build build, long horizon) {
        Key commit = commit(build);
        if (!ends.anySince(commit, horizon)) {
            return false;
        }
        End end = End.of(build);
        End failure = ends.first(commit, false);
        return end.equals(ends.first(commit))
                || end.equals(failure)
                || (failure != null && end.equals(ends.greenAfter(commit, failure)));
    }

    void forget(Build build) {
        Key commit = commit(build);
        ends.forget(commit, End.of(build));
        if (ends.first(commit) == null) {
            firsts.forget(commit);
        }
    }

    private void decide(Build build) {
        Key commit = commit(build);
        End first = ends.first(commit);
        if (first == null) {
            firsts.remove(commit);
            return;
        }
        End failure = ends.first(commit, false);
        End flake = failure == null ? null : ends.greenAfter(commit, failure);
        firsts.put(
                commit,
                new FirstVerdict(
                        build.repository(),
                        build.workflow(),
                        build.sha(),
                        first.at(),
                        first.green(),
                        flake == null ? null : flake.at()));
    }

    private static Key commit(Build build) {
        return Key.of(build.repository()).and(build.workflow()).and(build.sha());
    }
}
