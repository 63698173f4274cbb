package dev.streamgauge.connectors.alerting.testkit;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small cast of alerts. */
public final class TestAlerts {

    public static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private TestAlerts() {}

    /** The review queue of a repository is slow: it fires since ten. */
    public static Alert firing() {
        return firing("f1", TEN);
    }

    /** The same of another subject, or at another time. */
    public static Alert firing(String fingerprint, Instant since) {
        return Alert.newBuilder()
                .setFingerprint(fingerprint)
                .setRule("ReviewPickupSlow")
                .setKind("age")
                .setState("firing")
                .setSeverity("ticket")
                .setName("github.com/acme/shop-" + fingerprint)
                .setSubject(Map.of("queue", "review.pickup", "label", "*"))
                .setLabels(Map.of("team", "platform"))
                .setSummary("The oldest of review.pickup waits for 2 d 3 h")
                .setRunbook("https://example.org/runbooks/review-pickup")
                .setValue(183_600_000.0)
                .setThreshold(172_800_000.0)
                .setUnit("ms")
                .setStartsAt(since)
                .setFiredAt(since)
                .setItems(List.of(AlertItem.newBuilder()
                        .setItem("github.com/acme/shop#7")
                        .setSince(since.minusSeconds(183_600))
                        .setUrl("https://github.com/acme/shop/pull/7")
                        .build()))
                .setRulesVersion("r1")
                .setUpdatedAt(since)
                .setRevision(1)
                .build();
    }

    public static Alert with(Alert alert, String state) {
        return Alert.newBuilder(alert)
                .setState(state)
                .setRevision(alert.getRevision() + 1)
                .build();
    }

    public static Alert resolved(Alert alert, Instant at) {
        return Alert.newBuilder(with(alert, "resolved"))
                .setResolvedAt(at)
                .setUpdatedAt(at)
                .build();
    }

    public static Alert suppressed(Alert alert) {
        return Alert.newBuilder(with(alert, alert.getState()))
                .setSuppressedBy("friday-freeze")
                .build();
    }

    public static Alert severe(Alert alert, Instant at) {
        return Alert.newBuilder(with(alert, alert.getState()))
                .setSeverity("page")
                .setUpdatedAt(at)
                .build();
    }

    public static Alert watchdog(Instant at) {
        return Alert.newBuilder(firing("w", TEN))
                .setRule("Watchdog")
                .setKind("watchdog")
                .setSeverity("info")
                .setName("streamgauge")
                .setSubject(Map.of())
                .setUpdatedAt(at)
                .build();
    }
}
