package dev.streamgauge.connectors.connect.backfill;

import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import java.time.Duration;

/**
 * How a backfill goes.
 *
 * @param streams how many are through; none before the repositories are known
 * @param fraction the same with the parts of those that are under way, 0 to 1
 * @param events how many were found in this run
 * @param budget what is left to call with
 * @param eta how long it will take yet, waits for the budget included as far as they are known; null: too early to say
 */
public record BackfillProgress(Streams streams, double fraction, long events, RateBudget.State budget, Duration eta) {

    /** How many streams are through, of how many. */
    public record Streams(int done, int total) {}
}
