package dev.streamgauge.connectors.alerting.shell;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.resolved;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.severe;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.watchdog;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.RealAlertmanager;
import dev.streamgauge.connectors.alerting.testkit.Task;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real Alertmanagers in a cluster, whose notifications are counted. They take what is silent for three seconds for resolved. */
class RealAlertmanagerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration RESOLVE_TIMEOUT = Duration.ofSeconds(3);
    private static final String TICKET = "ReviewPickupSlow/ticket";

    @TempDir
    Path directory;

    private final List<Alert> topic = new CopyOnWriteArrayList<>();
    private HttpReceiver notified;
    private TestRegistry registry;
    private RealAlertmanager first;
    private RealAlertmanager second;

    @BeforeEach
    void start() throws IOException {
        RealAlertmanager.installed();
        notified = new HttpReceiver();
        registry = new TestRegistry();
        String config = """
                global: {resolve_timeout: %ds}
                route: {receiver: counted, group_by: ['...'], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
                receivers: [{name: counted, webhook_configs: [{url: '%s/', send_resolved: true}]}]
                """.formatted(RESOLVE_TIMEOUT.toSeconds(), notified.url());
        first = RealAlertmanager.start(directory, config);
        second = RealAlertmanager.start(directory, config, first);
    }

    @AfterEach
    void stop() {
        List.of(first, second).forEach(RealAlertmanager::close);
        notified.close();
        registry.close();
    }

    private Task task() {
        return new Task(
                Map.of(
                        "type", "alertmanager",
                        "urls", first.url() + "," + second.url(),
                        "allow.hosts", "127.0.0.1",
                        "resend.ms", "500"),
                topic,
                topic.size(),
                registry);
    }

    private List<String> notifications() {
        return notified.requests().stream()
                .map(request -> request.json().get("status").asText())
                .toList();
    }

    private static BooleanSupplier turning(Task task, BooleanSupplier condition) {
        return () -> {
            task.turn();
            return condition.getAsBoolean();
        };
    }

    private static void keepTurning(Task task, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        eventually(length.plus(SOON), "time passes", turning(task, () -> System.nanoTime() > end));
    }

    @Test
    void shouldBeActiveWithBothMembersStaySoAndEndByItself() {
        // Given
        Alert fires = firing("f1", Instant.now().minusSeconds(60));
        topic.add(fires);
        boolean stillActive;

        try (Task task = task()) {
            // When
            eventually(
                    SOON,
                    "both know",
                    turning(
                            task,
                            () -> first.active().equals(List.of(TICKET))
                                    && second.active().equals(List.of(TICKET))));
            keepTurning(task, RESOLVE_TIMEOUT.multipliedBy(2));
            stillActive =
                    first.active().equals(List.of(TICKET)) && second.active().equals(List.of(TICKET));
            topic.add(resolved(fires, Instant.now()));
            eventually(
                    SOON,
                    "both know the end",
                    turning(
                            task,
                            () -> first.active().isEmpty() && second.active().isEmpty()));
            eventually(
                    SOON,
                    "the end is notified",
                    turning(task, () -> notifications().contains("resolved")));
        }

        // Then
        assertThat(stillActive).isTrue();
        assertThat(notifications()).containsExactly("firing", "resolved");
    }

    @Test
    void shouldNotNotifyAgainAfterARestart() {
        // Given
        topic.add(firing("f1", Instant.now().minusSeconds(60)));
        try (Task task = task()) {
            eventually(
                    SOON, "it is notified", turning(task, () -> !notifications().isEmpty()));
        }

        // When
        try (Task task = task()) {
            keepTurning(task, RESOLVE_TIMEOUT.multipliedBy(2));
        }

        // Then
        assertThat(first.active()).containsExactly(TICKET);
        assertThat(notifications()).containsExactly("firing");
    }

    @Test
    void shouldReplaceAnAlertThatBecomesSevere() {
        // Given
        Alert fires = firing("f1", Instant.now().minusSeconds(60));
        topic.add(fires);
        try (Task task = task()) {
            eventually(SOON, "it is active", turning(task, () -> first.active().contains(TICKET)));

            // When
            topic.add(severe(fires, Instant.now()));

            // Then
            eventually(
                    SOON,
                    "only the severe is active",
                    turning(
                            task,
                            () -> first.active().equals(List.of("ReviewPickupSlow/page"))
                                    && second.active().equals(List.of("ReviewPickupSlow/page"))));
        }
    }

    @Test
    void shouldLetAWatchdogRunOutThatNobodyMakes() {
        // Given
        topic.add(watchdog(Instant.now().minus(Duration.ofMinutes(5)).plusSeconds(4)));
        try (Task task = task()) {
            eventually(SOON, "it is active", turning(task, () -> first.active().contains("Watchdog/info")));

            // When
            keepTurning(task, Duration.ofSeconds(4));

            // Then
            eventually(
                    SOON,
                    "it has run out",
                    turning(
                            task,
                            () -> first.active().isEmpty() && second.active().isEmpty()));
        }
    }
}
