package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/**
 * The lanes of a repository.
 *
 * @param lanes sorted
 * @param begun those whose first deploy is forgotten, sorted
 */
public record Lanes(List<Lane> lanes, List<Lane> begun) {

    static final Lanes NONE = new Lanes(List.of(), List.of());

    /** A row that was written before lanes could be forgotten has no list of these. */
    public Lanes {
        begun = begun == null ? List.of() : begun;
    }

    Lanes with(Lane lane) {
        return new Lanes(Lattice.with(lanes, lane), begun);
    }

    Lanes begun(Lane lane) {
        return new Lanes(lanes, Lattice.with(begun, lane));
    }

    Lanes without(Lane lane) {
        return new Lanes(Lattice.without(lanes, lane), Lattice.without(begun, lane));
    }
}
