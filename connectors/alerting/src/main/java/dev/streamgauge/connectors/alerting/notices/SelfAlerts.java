package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The alerts that receivers fail, as the topic holds them. Bounded by the number of receivers that failed within the last week. */
public final class SelfAlerts {

    /** How long one that is over is kept; as the processors keep theirs. */
    public static final Duration KEPT = Duration.ofDays(7);

    private final Map<String, Alert> alerts = new HashMap<>();

    /** Takes an alert's new version; what is about something else is ignored. */
    public void put(Alert alert) {
        if (Alerts.isAboutReceiver(alert) && Alerts.receiver(alert) != null) {
            alerts.put(alert.getFingerprint(), alert);
        }
    }

    /** Takes one away that is no more. */
    public void remove(String fingerprint) {
        alerts.remove(fingerprint);
    }

    /** The receivers of which it is said that they fail. */
    public Set<String> failing() {
        return alerts.values().stream()
                .filter(SelfAlerts::fires)
                .map(Alerts::receiver)
                .collect(Collectors.toSet());
    }

    /**
     * The ends of those that nobody else would end.
     *
     * @param served whether somebody tells a receiver of alerts: then it is known when it accepts something again
     */
    public List<Alert> ends(Predicate<String> served, Instant now) {
        return alerts.values().stream()
                .filter(alert -> fires(alert) && !served.test(Alerts.receiver(alert)))
                .map(alert -> ReceiverFailed.unconfigured(alert, now))
                .toList();
    }

    /** The fingerprints of those that have been over for so long that they are forgotten, with a tombstone. */
    public List<String> forgotten(Instant now) {
        return alerts.values().stream()
                .filter(alert -> !fires(alert)
                        && !now.isBefore(new Notice(alert, true).endedAt().plus(KEPT)))
                .map(Alert::getFingerprint)
                .toList();
    }

    private static boolean fires(Alert alert) {
        return Alerts.FIRING.equals(alert.getState());
    }
}
