package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.table.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a queue of a repository is in that of its team or organisation now: a snapshot, so that hearing it twice changes nothing.
 *
 * @param group whose queue
 * @param organisation that of a team; null: none is known, or it is one
 * @param from the repository's queue
 * @param sums null: nothing any longer
 */
public record QueuePart(Group group, String organisation, QueueRow.Place from, Sums sums) {

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    /**
     * What adds up.
     *
     * @param minutes how many of those that wait came in each minute (its beginning, epoch milliseconds)
     * @param oldest the oldest first, at most ten; since is rounded down to the minute
     */
    public record Sums(Map<Long, Long> minutes, List<AlertItem> oldest, long arrivals, long departures, long expired) {

        static Sums of(QueueGauge queue, long now) {
            Depths depths = queue.at(now);
            List<AlertItem> oldest = depths.oldest().stream()
                    .map(item -> new AlertItem(item.item(), minute(item.since()), item.url()))
                    .toList();
            return new Sums(queue.minutes(), oldest, depths.arrivals(), depths.departures(), depths.expired());
        }

        boolean empty() {
            return minutes.isEmpty() && arrivals == 0 && departures == 0 && expired == 0;
        }
    }

    static long minute(long at) {
        return Math.floorDiv(at, MINUTE_MS) * MINUTE_MS;
    }

    Key key() {
        return Key.of(group.key()).and(from.key());
    }
}
