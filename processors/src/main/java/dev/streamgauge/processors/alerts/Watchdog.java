package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.alerts.AlertState.Firing;
import dev.streamgauge.processors.rules.About;
import dev.streamgauge.processors.rules.Fingerprint;
import dev.streamgauge.processors.rules.Kind;
import dev.streamgauge.processors.rules.Level;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Severity;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Whose;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The alert that always fires: whoever no longer hears it knows that nobody watches. */
public final class Watchdog {

    /** How often it is published. */
    public static final long INTERVAL_MS = Duration.ofMinutes(1).toMillis();

    private static final String NAME = "streamgauge";

    private Watchdog() {}

    /**
     * The watchdog of a partition of the events.
     *
     * @param known null: there is none
     * @param rulesVersion of the rules in force
     * @param now epoch milliseconds of the wall clock
     * @return the same object as long as it need not be published
     */
    public static AlertRow of(int partition, AlertRow known, String rulesVersion, long now) {
        if (known != null) {
            return now - known.updatedAt() >= INTERVAL_MS ? known.at(rulesVersion, now) : known;
        }
        Subject subject = new Subject(
                new Whose(Level.REPOSITORY, NAME, null, null), About.PARTITION, List.of(Integer.toString(partition)));
        Told told = new Told(
                Severity.INFO,
                Map.of(),
                "Streamgauge watches partition " + partition + " of the events",
                null,
                1.0,
                0,
                List.of(),
                rulesVersion);
        return new AlertRow(
                Fingerprint.of(RuleSet.WATCHDOG, subject),
                RuleSet.WATCHDOG,
                Kind.WATCHDOG,
                subject,
                Course.of(new Firing(now, now, false, null)),
                told,
                null,
                now);
    }
}
