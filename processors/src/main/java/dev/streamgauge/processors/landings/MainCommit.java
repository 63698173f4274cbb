package dev.streamgauge.processors.landings;

import java.util.List;

/** A commit of main, in the order of main, with what it belongs to. */
public record MainCommit(Position position, Membership membership) {

    /** The ids of its changes, sorted. */
    public List<String> changes() {
        return membership.changes();
    }
}
