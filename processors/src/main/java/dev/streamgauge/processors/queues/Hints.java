package dev.streamgauge.processors.queues;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Millis;
import java.time.Instant;
import java.util.List;

/**
 * What the events of an item say beside its facts. Times are epoch milliseconds, null: not told.
 *
 * @param gate waiting or queued, as it was said last; null: neither was said
 * @param gateAt when that was said
 * @param goneAt when it was first said to run or to be finished
 * @param closedAt when a request was (last) closed
 * @param labels of the runner, sorted and joined by commas
 * @param url a link for people
 */
public record Hints(Told told, String gate, Long gateAt, Long goneAt, Long closedAt, String labels, String url) {

    static final Hints NONE = new Hints(new Told(null, null), null, null, null, null, null, null);
    private static final List<String> GATES = List.of("queued", "waiting");
    private static final List<QueueName> OF_CHANGES =
            List.of(QueueName.REVIEW_PICKUP, QueueName.REVIEW_DECISION, QueueName.MERGE, QueueName.INTEGRATION);

    static Hints of(BuildChanged build) {
        List<String> sorted =
                build.getRunnerLabels().stream().sorted().distinct().toList();
        String labels = sorted.isEmpty() ? null : String.join(",", sorted);
        return of(Told.of(build), build.getState(), build.getOccurredAt(), labels, build.getUrl());
    }

    static Hints of(DeployChanged deploy) {
        return of(Told.of(deploy), deploy.getState(), deploy.getOccurredAt(), null, deploy.getUrl());
    }

    static Hints of(ReviewChanged review) {
        return new Hints(Told.of(review), null, null, null, Millis.of(review.getClosedAt()), null, review.getUrl());
    }

    private static Hints of(Told told, String state, Instant at, String labels, String url) {
        boolean gate = GATES.contains(state);
        boolean gone = state.equals("running") || state.equals("finished");
        return new Hints(
                told, gate ? state : null, gate ? Millis.of(at) : null, gone ? Millis.of(at) : null, null, labels, url);
    }

    /** What two events say together. */
    Hints merge(Hints other) {
        Hints later = saidLater(other) ? other : this;
        return new Hints(
                told.merge(other.told),
                later.gate,
                later.gateAt,
                Lattice.least(goneAt, other.goneAt),
                Lattice.greatest(closedAt, other.closedAt),
                Lattice.least(labels, other.labels),
                Lattice.least(url, other.url));
    }

    private boolean saidLater(Hints other) {
        if (gate == null || other.gate == null) {
            return gate == null;
        }
        int later = Long.compare(other.gateAt, gateAt);
        return later != 0 ? later > 0 : GATES.indexOf(other.gate) > GATES.indexOf(gate);
    }

    /** Whether what they say of a change is of no more interest at an instant (epoch milliseconds) of the wall clock. */
    boolean areOver(Expiry expiry, long now) {
        Long last = told.last();
        return last == null || OF_CHANGES.stream().allMatch(queue -> expiry.forgottenAt(queue, last) <= now);
    }

    boolean atGate() {
        return "waiting".equals(gate);
    }
}
