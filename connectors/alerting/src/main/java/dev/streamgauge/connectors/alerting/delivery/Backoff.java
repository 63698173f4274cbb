package dev.streamgauge.connectors.alerting.delivery;

import dev.streamgauge.connectors.alerting.config.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Rests between attempts, with full jitter: a random time up to a bound that doubles, so that many senders do not come back all at once. */
public final class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private final Pace pace;
    private final RandomGenerator random;
    private int failures;

    public Backoff(Pace pace, RandomGenerator random) {
        this.pace = pace;
        this.random = random;
    }

    /**
     * How long to rest after one more failure.
     *
     * @param asked what the receiver asks for, at least
     */
    public Duration next(Optional<Duration> asked) {
        long most = pace.longestRest().toMillis();
        long first = Math.min(pace.firstRest().toMillis(), most);
        // Without overflow: a bound that could not double any more has been reached long before.
        long bound = first > most >> Math.min(failures, MOST_DOUBLINGS) ? most : first << failures;
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        Duration rest = Duration.ofMillis(1 + random.nextLong(bound));
        return asked.map(least -> least.plus(rest)).orElse(rest);
    }

    /** Something succeeded. */
    public void reset() {
        failures = 0;
    }
}
