package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;
import java.time.Instant;
import java.util.Objects;

/**
 * Something to tell a receiver.
 *
 * @param over whether it has ended; otherwise it fires
 */
public record Notice(Alert alert, boolean over) {

    public Notice {
        Objects.requireNonNull(alert, "alert");
    }

    /** Whether it says that nobody need be called any more, though it fires. */
    public boolean hushed() {
        return !over && Alerts.isHushed(alert);
    }

    /** The same for everything that is told of one episode, and for nothing else. */
    public String episode() {
        return alert.getFingerprint() + "-" + alert.getStartsAt().toEpochMilli();
    }

    /** The same for every attempt to tell of this version of the alert, and for nothing else. */
    public String version() {
        return episode() + "-" + alert.getRevision();
    }

    /** When it began to fire. */
    public Instant firedAt() {
        return alert.getFiredAt() == null ? alert.getStartsAt() : alert.getFiredAt();
    }

    /** When it ended; only if it has. */
    public Instant endedAt() {
        return alert.getResolvedAt() == null ? alert.getUpdatedAt() : alert.getResolvedAt();
    }
}
