package dev.streamgauge.processors.deliveries;

/**
 * What runs in a lane, and what waits to get there. Times are epoch milliseconds.
 *
 * @param production whether changes wait for it
 * @param running the last successful deploy; null: none
 * @param waitingChanges how many landed changes are in flight
 * @param oldestChange the one that landed first among them; null: none
 * @param waitingSince when that one landed; null: none
 * @param holding the unfinished deploy that came first; null: none
 */
public record LaneState(
        String repository,
        Lane lane,
        boolean production,
        Finish running,
        int waitingChanges,
        String oldestChange,
        Long waitingSince,
        Holding holding) {

    /**
     * An unfinished deploy.
     *
     * @param since the earliest of its known times, epoch milliseconds; null: none is known
     */
    public record Holding(String deployId, int attempt, String state, Long since) {

        static Holding of(Deploy deploy) {
            return new Holding(
                    deploy.ref().deployId(),
                    deploy.ref().attempt(),
                    deploy.state(),
                    deploy.times().earliest());
        }
    }
}
