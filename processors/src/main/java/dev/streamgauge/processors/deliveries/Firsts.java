package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.staircase.Stair;
import dev.streamgauge.processors.staircase.Staircase;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;

/**
 * Of the deploys to a lane, in the order of some moment: which was the first at or beyond a place on main, and which the first of a
 * commit. Each is one look into an ordered table, however often a commit is deployed.
 */
final class Firsts<S extends Stair & Comparable<S>> {

    private final Table<S> all;
    private final Table<S> ofCommits;
    private final Staircase<S> staircase;

    /**
     * @param all in the order of the moment
     * @param stairs in the order of main, those that were ahead
     * @param ofCommits by commit
     */
    Firsts(Tables tables, TableSpec<S> all, TableSpec<S> stairs, TableSpec<S> ofCommits) {
        this.all = tables.table(all);
        this.ofCommits = tables.table(ofCommits);
        this.staircase = new Staircase<>(this.all, tables.table(stairs));
    }

    /** Adds a deploy; answers where on main another one is the first now, or null. */
    Range add(Deploy deploy, S moment) {
        ofCommits.put(moment.appendTo(commitKey(deploy)), moment);
        return staircase.add(laneKey(deploy), moment);
    }

    /** Removes a deploy; answers where on main another one is the first now, or null. */
    Range remove(Deploy deploy, S moment) {
        ofCommits.remove(moment.appendTo(commitKey(deploy)));
        return staircase.remove(laneKey(deploy), moment);
    }

    /** Forgets a deploy; answers whether it was the first to reach some place. */
    boolean forget(Deploy deploy, S moment) {
        ofCommits.forget(moment.appendTo(commitKey(deploy)));
        return staircase.forget(laneKey(deploy), moment);
    }

    /** The first deploy of a commit to a lane; null: none. */
    S ofCommit(String repository, String sha, Lane lane) {
        Key key = commitKey(repository, sha, lane);
        return ofCommits.first(key, key.end());
    }

    /** The first deploy at or beyond a position; null: none. */
    S reaching(String repository, Lane lane, Position position) {
        return staircase.reaching(laneKey(repository, lane), position);
    }

    /** The last of all; null: none. */
    S last(String repository, Lane lane) {
        Key key = laneKey(repository, lane);
        return all.last(key, key.end());
    }

    Staircase<S> staircase() {
        return staircase;
    }

    private static Key commitKey(Deploy deploy) {
        return commitKey(deploy.repository(), deploy.sha(), deploy.ref().lane());
    }

    private static Key commitKey(String repository, String sha, Lane lane) {
        return lane.appendTo(Key.of(repository).and(sha));
    }

    static Key laneKey(Deploy deploy) {
        return laneKey(deploy.repository(), deploy.ref().lane());
    }

    static Key laneKey(String repository, Lane lane) {
        return lane.appendTo(Key.of(repository));
    }
}
