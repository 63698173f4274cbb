package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.deliveries.Firsts.laneKey;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The deploys of lanes in their orders: the successful by their ends, and the unfinished by their beginnings. */
final class LaneDeploys {

    static final TableSpec<Finish> FINISHED =
            new TableSpec<>("deliveries", "finished-deploys", Finish.class, "the remembered successful deploys");
    static final TableSpec<Finish> STAIRS = new TableSpec<>(
            "deliveries",
            "stairs",
            Finish.class,
            "the remembered deploys that were ahead of all earlier ones of their lane");
    static final TableSpec<Finish> FINISHED_OF_COMMIT = new TableSpec<>(
            "deliveries", "finished-deploys-of-commit", Finish.class, "the remembered successful deploys");
    static final TableSpec<DeployStart> STARTED = new TableSpec<>(
            "deliveries",
            "started-deploys",
            DeployStart.class,
            "the remembered deploys that have begun and not finished");
    static final TableSpec<DeployStart> STARTED_STAIRS = new TableSpec<>(
            "deliveries",
            "started-stairs",
            DeployStart.class,
            "those of them that are ahead of all that began earlier");
    static final TableSpec<DeployStart> STARTED_OF_COMMIT = new TableSpec<>(
            "deliveries",
            "started-deploys-of-commit",
            DeployStart.class,
            "the remembered deploys that have begun and not finished");
    static final TableSpec<DeployRef> UNFINISHED = new TableSpec<>(
            "deliveries", "unfinished-deploys", DeployRef.class, "the remembered deploys that have not finished");

    private final Firsts<Finish> finished;
    private final Firsts<DeployStart> started;
    private final Table<DeployRef> unfinished;
    private final Table<Lanes> lanes;

    LaneDeploys(Tables tables) {
        this.lanes = tables.table(Deliveries.LANES);
        this.finished = new Firsts<>(tables, FINISHED, STAIRS, FINISHED_OF_COMMIT);
        this.started = new Firsts<>(tables, STARTED, STARTED_STAIRS, STARTED_OF_COMMIT);
        this.unfinished = tables.table(UNFINISHED);
    }

    /** The successful deploys, by their ends. */
    Firsts<Finish> finished() {
        return finished;
    }

    /** The unfinished deploys, by their beginnings. */
    Firsts<DeployStart> started() {
        return started;
    }

    /** Whether the lane has, or had, a first deploy that has a place on main. */
    boolean begun(String repository, Lane lane) {
        return finished.staircase().first(laneKey(repository, lane)) != null || firstForgotten(repository, lane);
    }

    /** Whether a deploy that was the first to reach some place is the lane's first deploy. */
    boolean isFirst(String repository, Lane lane, Finish stair) {
        return finished.staircase().below(laneKey(repository, lane), stair.position()) == null
                && !firstForgotten(repository, lane);
    }

    private boolean firstForgotten(String repository, Lane lane) {
        Lanes known = lanes.get(Key.of(repository));
        return known != null && known.begun().contains(lane);
    }

    /** The lane's first deploy; null: none that has a place on main, or it is forgotten. */
    private Finish first(Deploy deploy) {
        return firstForgotten(deploy.repository(), deploy.ref().lane())
                ? null
                : finished.staircase().first(laneKey(deploy));
    }

    /** Whether nothing has finished in a lane for so long that the lane itself is over. */
    boolean idle(String repository, Lane lane, long horizon) {
        Finish last = finished.last(repository, lane);
        return last == null || last.at() < horizon;
    }

    /** Whether a deploy is the last of those, until the horizon, that went beyond all before. */
    boolean leadsAt(Deploy deploy, long horizon) {
        return deploy.finish() != null
                && finished.staircase()
                        .isHighestBefore(laneKey(deploy), deploy.finish(), stair -> stair.at() < horizon);
    }

    /** Forgets a deploy. If it was the first of its lane, the next one is not: that is noted. */
    void forget(Deploy deploy) {
        if (deploy.finish() != null && finished.forget(deploy, deploy.finish())) {
            Key key = Key.of(deploy.repository());
            lanes.put(key, lanes.get(key).begun(deploy.ref().lane()));
        }
        if (deploy.start() != null) {
            started.forget(deploy, deploy.start());
        }
        if (!deploy.finished()) {
            unfinished.forget(unfinishedKey(deploy));
        }
    }

    /** The unfinished deploy with the earliest of its known times; null: none. */
    DeployRef holding(String repository, Lane lane) {
        Key key = laneKey(repository, lane);
        return unfinished.first(key, key.end());
    }

    /** Moves a deploy to where it belongs; answers on which parts of main that makes a difference to what was delivered or is in flight. */
    List<Range> move(Deploy before, Deploy after) {
        List<Range> ranges = new ArrayList<>();
        moveFinish(before, after, ranges);
        moveStart(before, after, ranges);
        Key gone = before == null ? null : unfinishedKey(before);
        Key come = unfinishedKey(after);
        if (!Objects.equals(gone, come)) {
            if (gone != null) {
                unfinished.remove(gone);
            }
            if (come != null) {
                unfinished.put(come, after.ref());
            }
        }
        ranges.removeIf(Objects::isNull);
        return ranges;
    }

    private void moveFinish(Deploy before, Deploy after, List<Range> ranges) {
        Finish gone = before == null ? null : before.finish();
        Finish come = after.finish();
        if (Objects.equals(gone, come)) {
            if (come != null && !before.times().equals(after.times())) {
                ranges.add(delivered(after, come));
            }
            return;
        }
        if (gone != null) {
            ranges.add(removed(before, gone));
        }
        if (come != null) {
            ranges.add(added(after, come));
        }
    }

    /** What a deploy delivers by its position; the first of a lane, nothing. */
    private Range delivered(Deploy deploy, Finish finish) {
        Range range = finished.staircase().reachedBy(laneKey(deploy), finish);
        boolean first = range != null
                && range.after() == null
                && !firstForgotten(deploy.repository(), deploy.ref().lane());
        return first ? null : range;
    }

    /** A stair at the bottom that comes pushes the one that was there, and what is below both of them is baseline before and after. */
    private Range added(Deploy deploy, Finish finish) {
        Finish first = first(deploy);
        return difference(finished.add(deploy, finish), finish, first);
    }

    private Range removed(Deploy deploy, Finish finish) {
        Range range = finished.remove(deploy, finish);
        return difference(range, finish, first(deploy));
    }

    /**
     * If the lowest stair comes or goes, all below is baseline, before and after: then only what lies between it and the lane's other
     * first deploy differs. If there is no other, all of main does: it is baseline or in flight, or nothing of the kind.
     */
    private static Range difference(Range range, Finish changed, Finish otherFirst) {
        if (range == null || range.after() != null) {
            return range;
        }
        if (otherFirst == null) {
            return Range.ALL;
        }
        Position place = changed.position();
        boolean above = otherFirst.position().compareTo(place) > 0;
        return above ? new Range(place, otherFirst.position()) : new Range(otherFirst.position(), place);
    }

    /** Only what is in flight can be in a deploy that runs, and that is what no deploy has reached. */
    private void moveStart(Deploy before, Deploy after, List<Range> ranges) {
        DeployStart gone = before == null ? null : before.start();
        DeployStart come = after.start();
        if (Objects.equals(gone, come)) {
            return;
        }
        Finish reached = finished.staircase().highest(laneKey(after));
        if (gone != null) {
            ranges.add(beyond(started.remove(before, gone), reached));
        }
        if (come != null) {
            ranges.add(beyond(started.add(after, come), reached));
        }
    }

    private static Range beyond(Range range, Finish reached) {
        return range == null || reached == null ? null : range.after(reached.position());
    }

    private static Key unfinishedKey(Deploy deploy) {
        if (deploy.finished()) {
            return null;
        }
        Long since = deploy.times().earliest();
        Key key = laneKey(deploy).and(since == null ? Long.MAX_VALUE : since);
        return key.and(deploy.ref().deployId()).and(deploy.ref().attempt());
    }
}
