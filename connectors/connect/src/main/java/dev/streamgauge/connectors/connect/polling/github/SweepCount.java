package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.Undelivered;
import java.time.Instant;

/** Counts what a sweep finds. */
final class SweepCount {

    private final Instant since;
    private Instant earliest;
    private int asked;
    private int waiting;
    private int lost;

    SweepCount(Instant since) {
        this.since = since;
    }

    /** @param again whether it was asked for again now */
    void add(DeliveryStory story, boolean again) {
        if (story.isTaken()) {
            return;
        }
        earliest = earliest == null || story.first().isBefore(earliest) ? story.first() : earliest;
        if (again) {
            asked++;
        } else if (story.isGivenUp()) {
            lost++;
        } else {
            waiting++;
        }
    }

    Undelivered result() {
        return new Undelivered(since, earliest, asked, waiting, lost);
    }
}
