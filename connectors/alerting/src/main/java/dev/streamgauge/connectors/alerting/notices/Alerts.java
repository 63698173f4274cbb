package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;

/** What the texts in an alert mean. */
public final class Alerts {

    static final String FIRING = "firing";
    static final String RESOLVED = "resolved";
    static final String WATCHDOG = "watchdog";
    static final String RECEIVER_FAILED = "receiver_failed";
    static final String RECEIVER = "receiver";

    private Alerts() {}

    /** Whether it fires, and people are to know. */
    static boolean isLoud(Alert alert) {
        return FIRING.equals(alert.getState()) && alert.getSuppressedBy() == null;
    }

    /** Whether it fires, and nobody is to be called. */
    static boolean isHushed(Alert alert) {
        return FIRING.equals(alert.getState()) && alert.getSuppressedBy() != null;
    }

    /** Whether it has ended after it had fired. */
    static boolean isOver(Alert alert) {
        return RESOLVED.equals(alert.getState()) && alert.getFiredAt() != null;
    }

    /** Whether it only says that somebody watches: it never ends, and is published again and again. */
    public static boolean isHeartbeat(Alert alert) {
        return WATCHDOG.equals(alert.getKind());
    }

    /** Whether it is about a receiver of alerts. */
    public static boolean isAboutReceiver(Alert alert) {
        return RECEIVER_FAILED.equals(alert.getKind());
    }

    /** The receiver that an alert is about that {@link #isAboutReceiver}; null if it does not say. */
    static String receiver(Alert alert) {
        return alert.getSubject().get(RECEIVER);
    }

    /** Whether it is about this receiver, which must not be told: it would fail again. */
    public static boolean isAbout(Alert alert, String receiver) {
        return isAboutReceiver(alert) && receiver.equals(receiver(alert));
    }
}
