package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.providers.json.Json;
import java.time.Duration;
import java.time.Instant;

/** What became of one delivery, by its attempts so far. */
final class DeliveryStory {

    /** What our gateway is still busy with has not failed. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final int ATTEMPTS = 5;

    private final String guid;
    private String latest;
    private Instant first = Instant.MAX;
    private Instant last = Instant.EPOCH;
    private int attempts;
    private boolean taken;

    DeliveryStory(String guid) {
        this.guid = guid;
    }

    void add(Json attempt, Instant at) {
        attempts++;
        Long status = attempt.numberOrNull("status_code");
        taken |= status != null && status / 100 == 2;
        first = at.isBefore(first) ? at : first;
        if (at.isAfter(last)) {
            last = at;
            latest = attempt.textOrNull("id");
        }
    }

    String guid() {
        return guid;
    }

    /** The id of the latest attempt. */
    String latest() {
        return latest;
    }

    /** When it was first tried. */
    Instant first() {
        return first;
    }

    boolean isTaken() {
        return taken;
    }

    /** Whether it was tried so often that it is not tried again. */
    boolean isGivenUp() {
        return !taken && (attempts > ATTEMPTS || latest == null);
    }

    // Each attempt waits twice as long as the one before: a gateway that is down must not be showered.
    boolean needsAnother(Instant now) {
        Duration pause = SETTLED.multipliedBy(1L << Math.min(attempts - 1, ATTEMPTS));
        return !taken && !isGivenUp() && last.plus(pause).isBefore(now);
    }
}
