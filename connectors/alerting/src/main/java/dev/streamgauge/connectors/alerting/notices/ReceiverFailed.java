package dev.streamgauge.connectors.alerting.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.schemas.ContentHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The alert that a receiver refuses alerts. It is told to the other receivers, and never to the one that it is about. */
public final class ReceiverFailed {

    private final String receiver;
    private final String fingerprint;
    private Alert last;

    public ReceiverFailed(String receiver) {
        this.receiver = receiver;
        this.fingerprint = ContentHash.of((Alerts.RECEIVER_FAILED + "\n" + receiver).getBytes(UTF_8));
    }

    /** Notes what the topic says of it, which may be of an earlier life. */
    public void learn(Alert alert) {
        if (fingerprint.equals(alert.getFingerprint()) && (last == null || isNewer(alert))) {
            last = alert;
        }
    }

    // Revisions begin anew once the alert was forgotten.
    private boolean isNewer(Alert alert) {
        return alert.getRevision() >= last.getRevision() || alert.getStartsAt().isAfter(last.getStartsAt());
    }

    /** Whether it fires, as far as is known. */
    public boolean fires() {
        return last != null && Alerts.FIRING.equals(last.getState());
    }

    /** The alert's next version: the receiver has refused something. */
    public Alert refused(String why, Instant now) {
        Alert.Builder next = next(now)
                .setState(Alerts.FIRING)
                .setSummary("The receiver %s refuses alerts: %s".formatted(receiver, why))
                .setResolvedAt(null);
        if (!fires()) {
            next.setStartsAt(now).setFiredAt(now);
        }
        return next.build();
    }

    /** The alert's next version: the receiver has accepted something again. */
    public Alert accepted(Instant now) {
        return next(now)
                .setState(Alerts.RESOLVED)
                .setSummary("The receiver %s accepts alerts again".formatted(receiver))
                .setResolvedAt(now)
                .build();
    }

    /** The next version of an alert that fires, if nobody tells its receiver of anything any more. */
    static Alert unconfigured(Alert firing, Instant now) {
        return after(firing, now)
                .setState(Alerts.RESOLVED)
                .setSummary("The receiver %s is no longer in the settings".formatted(Alerts.receiver(firing)))
                .setResolvedAt(now)
                .build();
    }

    private Alert.Builder next(Instant now) {
        return last == null ? first().setUpdatedAt(now) : after(last, now);
    }

    private static Alert.Builder after(Alert last, Instant now) {
        return Alert.newBuilder(last).setRevision(last.getRevision() + 1).setUpdatedAt(now);
    }

    private Alert.Builder first() {
        return Alert.newBuilder()
                .setFingerprint(fingerprint)
                .setRule("ReceiverFailed")
                .setKind(Alerts.RECEIVER_FAILED)
                .setSeverity("page")
                .setName("streamgauge")
                .setSubject(Map.of(Alerts.RECEIVER, receiver))
                .setLabels(Map.of())
                .setThreshold(0)
                .setUnit("items")
                .setItems(List.of())
                .setRulesVersion("sink");
    }
}
