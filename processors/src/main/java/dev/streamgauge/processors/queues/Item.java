package dev.streamgauge.processors.queues;

import dev.streamgauge.processors.landings.Position;
import java.util.List;

/**
 * Something that waits, or did a moment ago.
 *
 * @param name a change, a run (run_id/attempt, with /job) or a deploy (deploy_id/attempt)
 * @param toldAt the latest time that its events state, epoch milliseconds
 * @param url a link for people; null: none
 * @param place where it landed; null: it has not, or is no change
 * @param unsettled whether events say that it waits no more, and its facts do not
 */
public record Item(
        String repository,
        String name,
        long toldAt,
        String url,
        Position place,
        boolean unsettled,
        Hints hints,
        List<Stay> stays) {

    /** Whether it is of no more interest at an instant (epoch milliseconds) of the wall clock. */
    public boolean isOver(Expiry expiry, long now) {
        boolean settled = !unsettled || expiry.forgottenAt(QueueName.CI, toldAt) <= now;
        return settled
                && toldAt <= now - Stay.COUNTED_MS
                && stays.stream().allMatch(stay -> stay.isOver(toldAt, expiry, now));
    }

    /** A run whose jobs wait in its place. */
    Item replaced() {
        return new Item(repository, name, toldAt, url, place, unsettled, hints, List.of());
    }
}
