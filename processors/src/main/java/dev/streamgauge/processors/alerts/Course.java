package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.alerts.AlertState.Firing;
import dev.streamgauge.processors.alerts.AlertState.Inactive;
import dev.streamgauge.processors.alerts.AlertState.Pending;
import dev.streamgauge.processors.alerts.AlertState.Resolved;

/** A state as it is stored. What a state does not have is null or false. */
record Course(Phase phase, long startsAt, Long firedAt, Long endedAt, boolean severe, Long clearSince) {

    /** The states' names in stores: never change them. */
    enum Phase {
        INACTIVE,
        PENDING,
        INTERRUPTED,
        FIRING,
        RESOLVED
    }

    static Course of(AlertState state) {
        if (state instanceof Firing firing) {
            return new Course(
                    Phase.FIRING, firing.startsAt(), firing.firedAt(), null, firing.severe(), firing.clearSince());
        }
        if (state instanceof Resolved over) {
            return new Course(Phase.RESOLVED, over.startsAt(), over.firedAt(), over.endedAt(), over.severe(), null);
        }
        if (state instanceof Inactive passed) {
            return new Course(Phase.INACTIVE, passed.startsAt(), null, passed.endedAt(), false, null);
        }
        boolean interrupted = state instanceof Pending pending && pending.interrupted();
        return new Course(interrupted ? Phase.INTERRUPTED : Phase.PENDING, state.startsAt(), null, null, false, null);
    }

    AlertState state() {
        return switch (phase) {
            case INACTIVE -> new Inactive(startsAt, endedAt);
            case PENDING -> new Pending(startsAt, false);
            case INTERRUPTED -> new Pending(startsAt, true);
            case FIRING -> new Firing(startsAt, firedAt, severe, clearSince);
            case RESOLVED -> new Resolved(startsAt, firedAt, severe, endedAt);
        };
    }
}
