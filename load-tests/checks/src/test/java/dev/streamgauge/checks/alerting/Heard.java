package dev.streamgauge.checks.alerting;

/**
 * One call that a receiver got.
 *
 * @param key what the receiver tells calls apart by: {@code trigger f1-1772445600000}, or {@code webhook-id}
 * @param fingerprint of the alert
 * @param atNanos when, on this process's clock
 * @param status what was answered; 0: nothing
 */
record Heard(String key, String fingerprint, long atNanos, int status) {

    boolean isAccepted() {
        return status / 100 == 2;
    }
}
