package dev.streamgauge.processors.staircase;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Those that were ahead of all earlier ones. By time and by position they rise together, like stairs, so the one that first
 * reached a position is the stair at or above it. The lowest stair is the first of all.
 */
public final class Staircase<S extends Stair & Comparable<S>> {

    private final Table<S> all;
    private final Table<S> stairs;

    /**
     * @param all where all of them are kept, in their order
     * @param stairs where those are kept that were ahead, in the order of main
     */
    public Staircase(Table<S> all, Table<S> stairs) {
        this.all = all;
        this.stairs = stairs;
    }

    /** What first reached a position; null: nothing yet. */
    public S reaching(Key line, Position position) {
        return stairs.first(position.appendTo(line), line.end());
    }

    /** What first went beyond a position; null: nothing yet. */
    public S beyond(Key line, Position position) {
        return stairs.first(position.appendTo(line).next(), line.end());
    }

    /** The first of all that have a place; null: none. */
    public S first(Key line) {
        return stairs.first(line, line.end());
    }

    /** The one that is furthest on main; null: none. */
    public S highest(Key line) {
        return stairs.last(line, line.end());
    }

    /** The next lower stair; null: none. */
    public S below(Key line, Position position) {
        return stairs.last(line, position.appendTo(line));
    }

    /** The highest stair at or below a position that was there at an instant; null: none. Looks at those that came later. */
    public S highest(Key line, Position position, long instant) {
        List<S> found = new ArrayList<>(1);
        stairs.descend(line, position.appendTo(line).next(), stair -> {
            boolean there = stair.at() <= instant;
            if (there) {
                found.add(stair);
            }
            return !there;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** Adds one; answers which positions something else reached first before, or null. */
    public Range add(Key line, S one) {
        all.put(one.appendTo(line), one);
        if (one.position() == null) {
            return null;
        }
        S reaching = reaching(line, one.position());
        if (reaching != null && reaching.compareTo(one) < 0) {
            return null;
        }
        for (S later : overtaken(line, one)) {
            stairs.remove(later.position().appendTo(line));
        }
        stairs.put(one.position().appendTo(line), one);
        return range(below(line, one.position()), one);
    }

    /** Removes one; answers which positions something else reaches first now, or null. */
    public Range remove(Key line, S one) {
        all.remove(one.appendTo(line));
        if (!isStair(line, one)) {
            return null;
        }
        stairs.remove(one.position().appendTo(line));
        S below = below(line, one.position());
        for (S hidden : hidden(line, one, below)) {
            stairs.put(hidden.position().appendTo(line), hidden);
        }
        return range(below, one);
    }

    /** Forgets one; answers whether it was a stair. Nothing else becomes one: what it reached first stays reached. */
    public boolean forget(Key line, S one) {
        boolean stair = isStair(line, one);
        if (stair) {
            stairs.forget(one.position().appendTo(line));
        }
        all.forget(one.appendTo(line));
        return stair;
    }

    /** Whether it is a stair, and the last one of those before some moment. */
    public boolean isHighestBefore(Key line, S one, Predicate<S> before) {
        if (!isStair(line, one)) {
            return false;
        }
        S next = beyond(line, one.position());
        return next == null || !before.test(next);
    }

    /** Which positions it was the first to reach; null: none. */
    public Range reachedBy(Key line, S one) {
        return isStair(line, one) ? range(below(line, one.position()), one) : null;
    }

    private boolean isStair(Key line, S one) {
        return one.position() != null && one.equals(stairs.get(one.position().appendTo(line)));
    }

    private Range range(S below, S one) {
        return new Range(below == null ? null : below.position(), one.position());
    }

    /** The stairs at or below one that came after it. */
    private List<S> overtaken(Key line, S one) {
        List<S> overtaken = new ArrayList<>();
        stairs.descend(line, one.position().appendTo(line).next(), stair -> {
            boolean later = one.compareTo(stair) < 0;
            if (later) {
                overtaken.add(stair);
            }
            return later;
        });
        return overtaken;
    }

    /** Those that only this one kept from being stairs. */
    private List<S> hidden(Key line, S one, S below) {
        List<S> hidden = new ArrayList<>();
        S above = reaching(line, one.position());
        Position[] reached = {below == null ? null : below.position()};
        Key to = above == null ? line.end() : above.appendTo(line);
        all.ascend(one.appendTo(line), to, other -> {
            if (other.position() != null
                    && (reached[0] == null || other.position().compareTo(reached[0]) > 0)) {
                reached[0] = other.position();
                hidden.add(other);
            }
            return true;
        });
        return hidden;
    }
}
