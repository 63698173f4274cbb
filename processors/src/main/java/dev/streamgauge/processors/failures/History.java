package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.List;

/** The successful deploys of each lane in their order: all, those of one commit, and those with a place on main. */
final class History {

    static final TableSpec<Run> RUNS =
            new TableSpec<>("failures", "lane-history", Run.class, "the remembered successful deploys");
    static final TableSpec<Finish> OF_COMMIT =
            new TableSpec<>("failures", "lane-history-by-commit", Finish.class, "the remembered successful deploys");
    static final TableSpec<Finish> ON_MAIN = new TableSpec<>(
            "failures", "lane-history-on-main", Finish.class, "the remembered successful deploys with a place on main");

    private final Table<Run> runs;
    private final Table<Finish> ofCommit;
    private final Table<Finish> onMain;

    History(Tables tables) {
        this.runs = tables.table(RUNS);
        this.ofCommit = tables.table(OF_COMMIT);
        this.onMain = tables.table(ON_MAIN);
    }

    void add(Track track, Finish deploy) {
        runs.put(deploy.appendTo(track.key()), new Run(deploy, null));
        ofCommit.put(deploy.appendTo(commit(track, deploy.sha())), deploy);
        if (deploy.position() != null) {
            onMain.put(deploy.appendTo(track.key()), deploy);
        }
    }

    void remove(Track track, Finish deploy) {
        runs.remove(deploy.appendTo(track.key()));
        ofCommit.remove(deploy.appendTo(commit(track, deploy.sha())));
        onMain.remove(deploy.appendTo(track.key()));
    }

    void forget(Track track, Finish deploy) {
        runs.forget(deploy.appendTo(track.key()));
        ofCommit.forget(deploy.appendTo(commit(track, deploy.sha())));
        onMain.forget(deploy.appendTo(track.key()));
    }

    /** The last deploy of a commit; null: none. */
    Finish lastOf(Track track, String sha) {
        Key commit = commit(track, sha);
        return ofCommit.last(commit, commit.end());
    }

    /** What a deploy was decided to be; null: nothing yet. */
    Kind kind(Track track, Finish deploy) {
        Run run = runs.get(deploy.appendTo(track.key()));
        return run == null ? null : run.kind();
    }

    void decided(Track track, Finish deploy, Kind kind) {
        runs.put(deploy.appendTo(track.key()), new Run(deploy, kind));
    }

    /** The deploy just before; null: none. */
    Finish before(Track track, Finish deploy) {
        Key lane = track.key();
        return finish(runs.last(lane, deploy.appendTo(lane)));
    }

    /** The deploy just after; null: none. */
    Finish after(Track track, Finish deploy) {
        Key lane = track.key();
        return finish(runs.first(deploy.appendTo(lane).next(), lane.end()));
    }

    /** The first deploy of a commit; null: none. */
    Finish firstOf(Track track, String sha) {
        Key commit = commit(track, sha);
        return ofCommit.first(commit, commit.end());
    }

    /** The last deploy of a commit before some deploy; null: none. */
    Finish lastOf(Track track, String sha, Finish before) {
        Key commit = commit(track, sha);
        return ofCommit.last(commit, before.appendTo(commit));
    }

    /** The next deploy of a commit after some deploy; null: none. */
    Finish nextOf(Track track, String sha, Finish after) {
        Key commit = commit(track, sha);
        return ofCommit.first(after.appendTo(commit).next(), commit.end());
    }

    List<Finish> allOf(Track track, String sha) {
        Key commit = commit(track, sha);
        return ofCommit.list(commit, commit.end());
    }

    /**
     * The deploys after one that are behind it on main.
     *
     * @param until where to stop; null: nowhere
     */
    List<Finish> behind(Track track, Finish deploy, Finish until) {
        Key lane = track.key();
        Key end = until == null ? lane.end() : until.appendTo(lane);
        List<Finish> behind = new ArrayList<>();
        onMain.ascend(deploy.appendTo(lane).next(), end, later -> {
            if (later.position().compareTo(deploy.position()) < 0) {
                behind.add(later);
            }
            return true;
        });
        return behind;
    }

    private static Finish finish(Run run) {
        return run == null ? null : run.finish();
    }

    private static Key commit(Track track, String sha) {
        return track.key().and(sha);
    }
}
