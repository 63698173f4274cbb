package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last version of each alert: what a compacted topic holds. Bounded by the number of alerts that the topic holds. */
public final class Board {

    /** Nobody has made a watchdog for so long: nobody watches, and its receivers must come to know. */
    public static final Duration WATCHDOG_LIFE = Duration.ofMinutes(5);

    private final Map<String, Alert> alerts = new HashMap<>();
    private final List<Notice> withdrawn = new ArrayList<>();

    /** Takes an alert's new version. */
    public void put(Alert alert) {
        Alert before = alerts.put(alert.getFingerprint(), alert);
        if (before != null && isOther(before, alert)) {
            withdrawn.add(ended(before, alert.getUpdatedAt()));
        }
    }

    /** Takes an alert away that is no more. */
    public void remove(String fingerprint) {
        alerts.remove(fingerprint);
    }

    /** The alerts as they are. */
    public Collection<Alert> alerts() {
        return alerts.values();
    }

    // To a receiver that tells alerts apart by their labels, another severity is another alert: the former one must
    // end.
    private static boolean isOther(Alert before, Alert now) {
        return Alerts.isLoud(before)
                && before.getStartsAt().equals(now.getStartsAt())
                && !before.getSeverity().equals(now.getSeverity());
    }

    private static Notice ended(Alert alert, Instant at) {
        return new Notice(
                Alert.newBuilder(alert)
                        .setState(Alerts.RESOLVED)
                        .setResolvedAt(at)
                        .build(),
                true);
    }

    /**
     * All that fires now, and what has ended not long ago, for a receiver that must hear it again and again.
     *
     * @param told which of it concerns the receiver
     * @param repeated for how long an end is repeated
     */
    public List<Notice> current(Told told, Instant now, Duration repeated) {
        withdrawn.removeIf(notice -> !isRecent(notice, now, repeated));
        alerts.values().removeIf(alert -> Alerts.isOver(alert) && !isRecent(new Notice(alert, true), now, repeated));
        List<Notice> current = new ArrayList<>();
        for (Alert alert : alerts.values()) {
            told.due(alert)
                    .filter(notice -> notice.over() ? isRecent(notice, now, repeated) : isAlive(alert, now))
                    .ifPresent(current::add);
        }
        withdrawn.stream()
                .filter(notice -> told.due(notice.alert()).isPresent())
                .forEach(current::add);
        return current;
    }

    private static boolean isRecent(Notice notice, Instant now, Duration repeated) {
        return now.isBefore(notice.endedAt().plus(repeated));
    }

    private static boolean isAlive(Alert alert, Instant now) {
        return !Alerts.isHeartbeat(alert) || now.isBefore(alert.getUpdatedAt().plus(WATCHDOG_LIFE));
    }
}
