package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.staircase.Staircase;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which changes it concerns that another build is the first green one on a part of main: those that were not delivered everywhere when it
 * was known. Builds may arrive the newest first, and then that part is all of main before it. But deploys bring main in its order: so
 * the walk ends where each lane had been reached. What came to a lane out of that order is kept apart.
 */
final class GreenMoves {

    static final TableSpec<Late> LATE = new TableSpec<>(
            "deliveries",
            "late-deliveries",
            Late.class,
            "the remembered changes delivered by their own commits where no deploy delivered main");

    private final Table<Late> late;
    private final LaneDeploys deploys;
    private final Landings landings;
    private final Definitions definitions;

    GreenMoves(Tables tables, LaneDeploys deploys, Landings landings, Definitions definitions) {
        this.late = tables.table(LATE);
        this.deploys = deploys;
        this.landings = landings;
        this.definitions = definitions;
    }

    /** Learns from a delivery that was revised; either may be null. */
    void deliveryRevised(Delivery before, Delivery after, Position landing) {
        if (before != null && before.isDelivered()) {
            late.remove(lateKey(before));
        }
        if (after != null && isLate(after, landing)) {
            late.put(lateKey(after), new Late(after.change(), after.lane()));
        }
    }

    /** Forgets what goes with a delivery that is forgotten. */
    void forget(Delivery delivery) {
        if (delivery.isDelivered()) {
            late.forget(lateKey(delivery));
        }
    }

    /** Delivered after its landing, by no deploy that brought main up to it: none did, or only the lane's first. */
    private boolean isLate(Delivery delivery, Position landing) {
        if (!delivery.isDelivered() || landing == null || delivery.finish().at() <= landing.landedAt()) {
            return false;
        }
        Finish reaching = deploys.finished().reaching(delivery.repository(), delivery.lane(), landing);
        return reaching == null || deploys.isFirst(delivery.repository(), delivery.lane(), reaching);
    }

    /** The changes that a move of the green line concerns: all where main was not known to be green, and elsewhere the undelivered. */
    Set<String> concernedBy(GreenLine.Move move, List<Lane> lanes) {
        Set<String> changes = new LinkedHashSet<>();
        Range fresh = move.known() == null ? move.range() : move.range().after(move.known());
        if (fresh != null) {
            walk(move.repository(), fresh, Integer.MAX_VALUE, changes);
        }
        Range green = move.known() == null ? null : move.range().upTo(move.known());
        if (green != null) {
            changes.addAll(undelivered(move, green, lanes));
        }
        return changes;
    }

    /** A part of main that is short is walked as it is: that is less than to ask each lane. */
    private Set<String> undelivered(GreenLine.Move move, Range range, List<Lane> lanes) {
        Set<String> changes = new LinkedHashSet<>();
        if (walk(move.repository(), range, lanes.size(), changes)) {
            return changes;
        }
        changes.clear();
        Range rest = beyondReach(move, range, lanes);
        if (rest != null) {
            walk(move.repository(), rest, Integer.MAX_VALUE, changes);
        }
        Key repository = Key.of(move.repository());
        late.list(repository.and(move.at()).end(), repository.end()).forEach(row -> changes.add(row.change()));
        return changes;
    }

    /** Whether it came to the end within so many commits. */
    private boolean walk(String repository, Range range, int limit, Set<String> changes) {
        int[] commits = {0};
        landings.between(repository, range.after(), range.upTo(), commit -> {
            changes.addAll(commit.changes());
            return ++commits[0] <= limit;
        });
        return commits[0] <= limit;
    }

    /** The part of a range that some lane had not been brought when the build was known; null: none. */
    private Range beyondReach(GreenLine.Move move, Range range, List<Lane> lanes) {
        Position least = null;
        for (Lane lane : lanes) {
            Finish had = had(move, lane, range.upTo());
            if (had != null && had.position().compareTo(range.upTo()) < 0) {
                least = Lattice.least(least, had.position());
            }
        }
        return least == null ? null : range.after(least);
    }

    /** The deploy up to which a lane has nothing that a later green build could change, on main up to a position; null: nothing at all. */
    private Finish had(GreenLine.Move move, Lane lane, Position upTo) {
        Staircase<Finish> stairs = deploys.finished().staircase();
        Key key = Firsts.laneKey(move.repository(), lane);
        Finish reaching = stairs.reaching(key, upTo);
        Finish there =
                reaching == null && !definitions.isProduction(lane.environment()) ? stairs.highest(key) : reaching;
        if (there != null && there.at() <= move.at()) {
            return null;
        }
        Finish had = stairs.highest(key, upTo, move.at());
        return had == null ? stairs.first(key) : had;
    }

    private static Key lateKey(Delivery delivery) {
        Key key = Key.of(delivery.repository()).and(delivery.finish().at()).and(delivery.change());
        return delivery.lane().appendTo(key);
    }
}
