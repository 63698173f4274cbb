package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Lattice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sorted sets of names that a commit is linked to, by kind of link. */
public record Links(List<List<String>> sets) {

    /** The kinds of link, each with its slot in the stored list: never change one. */
    public enum Kind {
        /** Its parents. */
        PARENT(0),
        /** The commits on main that brought it. */
        BRINGER(1),
        /** The requests that it is part of. */
        REQUEST(2),
        /** The requests that name it as their merge commit. */
        MERGE_OF(3),
        /** The heads of landings that began at it. */
        SUCCESSOR(4),
        /** The deployed commits whose place or owner depends on it. */
        DEPENDENT(5),
        /** The commits that looked through it for their fork point. */
        SEEKER(6),
        /** The commits that it was picked from. */
        PICKED(7),
        /** The requests that list it in a snapshot that says that they are merged into the default branch. */
        LISTED_BY(8);

        private final int slot;

        Kind(int slot) {
            this.slot = slot;
        }
    }

    static final Links NONE = new Links(List.of());

    public List<String> of(Kind kind) {
        return kind.slot < sets.size() ? sets.get(kind.slot) : List.of();
    }

    Links withAll(Kind kind, List<String> names) {
        Links all = this;
        for (String name : names) {
            all = all.with(kind, name);
        }
        return all;
    }

    Links with(Kind kind, String name) {
        List<String> more = Lattice.with(of(kind), name);
        if (more.size() == of(kind).size()) {
            return this;
        }
        List<List<String>> copy = new ArrayList<>(sets);
        while (copy.size() <= kind.slot) {
            copy.add(List.of());
        }
        copy.set(kind.slot, more);
        return new Links(Collections.unmodifiableList(copy));
    }
}
