package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * The deploys of a lane that were ahead of all earlier ones. By time and by position they rise together, like stairs, so the
 * deploy that first reached a position is the stair at or above it. The lowest stair is the lane's first deploy.
 */
final class Staircase {

    static final TableSpec<Finish> FINISHED = new TableSpec<>(
            "deliveries", "finished-deploys", Finish.class, "the successful deploys with a place on main");
    static final TableSpec<Finish> STAIRS = new TableSpec<>(
            "deliveries", "stairs", Finish.class, "the deploys that were ahead of all earlier ones of their lane");

    /** The changes on main for which a deploy comes or goes: after (null: the beginning) to upTo, inclusive. */
    record Range(Position after, Position upTo) {}

    private final Table<Finish> finished;
    private final Table<Finish> stairs;

    Staircase(Tables tables) {
        this.finished = tables.table(FINISHED);
        this.stairs = tables.table(STAIRS);
    }

    /** The deploy that first reached a position; null: none yet. */
    Finish reaching(Key lane, Position position) {
        return stairs.first(position.appendTo(lane), lane.end());
    }

    /** The deploy that first went beyond a position; null: none yet. */
    Finish beyond(Key lane, Position position) {
        return stairs.first(position.appendTo(lane).next(), lane.end());
    }

    /** Whether a stair is the lane's first deploy. */
    boolean isFirst(Key lane, Finish stair) {
        return below(lane, stair.position()) == null;
    }

    /** Adds a deploy; answers where on main it makes a difference, or null. */
    Range add(Key lane, Finish deploy) {
        finished.put(deploy.appendTo(lane), deploy);
        Finish reaching = reaching(lane, deploy.position());
        if (reaching != null && reaching.before(deploy)) {
            return null;
        }
        Finish first = first(lane);
        for (Finish later : overtaken(lane, deploy)) {
            stairs.remove(later.position().appendTo(lane));
        }
        stairs.put(deploy.position().appendTo(lane), deploy);
        return difference(below(lane, deploy.position()), deploy, first);
    }

    /** Removes a deploy; answers where on main it makes a difference, or null. */
    Range remove(Key lane, Finish deploy) {
        finished.remove(deploy.appendTo(lane));
        Key stair = deploy.position().appendTo(lane);
        if (!deploy.equals(stairs.get(stair))) {
            return null;
        }
        stairs.remove(stair);
        Finish below = below(lane, deploy.position());
        for (Finish hidden : hidden(lane, deploy, below)) {
            stairs.put(hidden.position().appendTo(lane), hidden);
        }
        return difference(below, deploy, first(lane));
    }

    /**
     * What lies between the stair below and the changed one. If that is the lowest stair, all below is baseline, before and after:
     * then only what lies between it and the lane's other first deploy differs.
     */
    private static Range difference(Finish below, Finish changed, Finish otherFirst) {
        if (below != null) {
            return new Range(below.position(), changed.position());
        }
        if (otherFirst == null) {
            return new Range(null, changed.position());
        }
        boolean above = otherFirst.position().compareTo(changed.position()) > 0;
        Finish low = above ? changed : otherFirst;
        return new Range(low.position(), (above ? otherFirst : changed).position());
    }

    private Finish first(Key lane) {
        return stairs.first(lane, lane.end());
    }

    private Finish below(Key lane, Position position) {
        return stairs.last(lane, position.appendTo(lane));
    }

    /** The stairs at or below a deploy that finished after it. */
    private List<Finish> overtaken(Key lane, Finish deploy) {
        List<Finish> overtaken = new ArrayList<>();
        stairs.descend(lane, deploy.position().appendTo(lane).next(), stair -> {
            boolean later = deploy.before(stair);
            if (later) {
                overtaken.add(stair);
            }
            return later;
        });
        return overtaken;
    }

    /** The deploys that only this one kept from being stairs. */
    private List<Finish> hidden(Key lane, Finish deploy, Finish below) {
        List<Finish> hidden = new ArrayList<>();
        Finish above = reaching(lane, deploy.position());
        Position[] reached = {below == null ? null : below.position()};
        Key to = above == null ? lane.end() : above.appendTo(lane);
        finished.ascend(deploy.appendTo(lane), to, other -> {
            if (reached[0] == null || other.position().compareTo(reached[0]) > 0) {
                reached[0] = other.position();
                hidden.add(other);
            }
            return true;
        });
        return hidden;
    }
}
