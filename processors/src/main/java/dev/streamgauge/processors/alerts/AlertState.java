package dev.streamgauge.processors.alerts;

/** Where an alert is in its life. All instants are epoch milliseconds of the wall clock. */
public sealed interface AlertState {

    /** When the episode began: the instant of the evaluation at which the condition was first true. */
    long startsAt();

    /** As it is published. */
    String label();

    /** The condition was true, and passed before it fired. */
    record Inactive(long startsAt, long endedAt) implements AlertState {
        @Override
        public String label() {
            return "inactive";
        }
    }

    /**
     * The condition is true, and has not been so for long enough.
     *
     * @param interrupted whether nobody looked for a while, so that it begins anew
     */
    record Pending(long startsAt, boolean interrupted) implements AlertState {
        @Override
        public String label() {
            return "pending";
        }
    }

    /**
     * Somebody is told.
     *
     * @param severe whether the severe threshold was passed in this episode
     * @param clearSince since when the condition has been over; null: it is not
     */
    record Firing(long startsAt, long firedAt, boolean severe, Long clearSince) implements AlertState {
        @Override
        public String label() {
            return "firing";
        }
    }

    /** It fired, and is over. */
    record Resolved(long startsAt, long firedAt, boolean severe, long endedAt) implements AlertState {
        @Override
        public String label() {
            return "resolved";
        }
    }
}
