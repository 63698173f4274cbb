package dev.streamgauge.connectors.connect.polling;

import java.time.Instant;
import java.util.Objects;

/**
 * The webhook deliveries of a repository that our gateway has not taken, as a sweep found them: what is known to be missing, and what may still come.
 *
 * @param since from when on the sweep looked; what failed before nobody can have again
 * @param earliest when the earliest of them was first tried; null: none is missing
 * @param asked how many the provider was asked for again by this sweep
 * @param waiting how many it will be asked for, if they do not come before
 * @param lost how many failed each time, and will not be asked for any more
 */
public record Undelivered(Instant since, Instant earliest, int asked, int waiting, int lost) {

    /** Whether the same is missing, however far back was looked, and whatever was just asked for again. */
    public boolean lacksAsMuchAs(Undelivered other) {
        return Objects.equals(earliest, other.earliest)
                && asked + waiting == other.asked + other.waiting
                && lost == other.lost;
    }
}
