package dev.streamgauge.connectors.alerting.shell;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.resolved;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.watchdog;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.AlertSinkConnector;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Answer;
import dev.streamgauge.connectors.alerting.testkit.Task;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertSinkTaskTest {

    private static final Alert FIRES = firing();
    private static final Alert OTHER = firing("f2", TEN);

    private final AlertSinkConnector connector = new AlertSinkConnector();
    private HttpReceiver receiver;
    private TestRegistry registry;

    @BeforeEach
    void start() throws IOException {
        receiver = new HttpReceiver();
        registry = new TestRegistry();
    }

    @AfterEach
    void stop() {
        receiver.close();
        registry.close();
    }

    private Task task(List<Alert> topic) {
        return new Task(
                Map.of(
                        "name", "pd",
                        "type", "pagerduty",
                        "routing.key", "k",
                        "url", receiver.url(),
                        "allow.hosts", "127.0.0.1",
                        "match.repository", "github.com/acme/*",
                        "timeout.ms", "2000"),
                topic,
                0,
                registry);
    }

    private List<String> told() {
        return receiver.requests().stream()
                .map(request -> request.json().get("event_action").asText() + " "
                        + request.json().get("dedup_key").asText().replaceAll("-.*", ""))
                .toList();
    }

    @Test
    void shouldTellInOrderAndCommitWhatIsAccepted() {
        // Given
        List<Alert> topic = List.of(with(OTHER, "pending"), FIRES, resolved(FIRES, TEN.plusSeconds(60)));

        try (Task task = task(topic)) {
            // When
            boolean taken = task.turn();

            // Then
            assertThat(taken).isTrue();
            assertThat(told()).containsExactly("trigger f1", "resolve f1");
            assertThat(task.committed()).isEqualTo(3);
        }
    }

    @Test
    void shouldKeepWhatIsNotAcceptedAndNotRepeatWhatIs() {
        // Given
        receiver.answer(request -> Answer.of(request.body().contains("\"f2-") ? 503 : 202));

        try (Task task = task(List.of(FIRES, OTHER, resolved(FIRES, TEN)))) {
            // When
            boolean taken = task.turn();
            long committed = task.committed();
            receiver.answer(202);
            boolean later = task.turn();

            // Then
            assertThat(taken).isFalse();
            assertThat(committed).isEqualTo(1);
            assertThat(later).isTrue();
            assertThat(told()).containsExactly("trigger f1", "trigger f2", "trigger f2", "resolve f1");
        }
    }

    @Test
    void shouldHandNoHeartbeatThatIsRefusedToTheWorker() {
        // Given
        receiver.answer(request -> Answer.of(410));
        Map<String, String> settings = Map.of(
                "name", "hook",
                "type", "webhook",
                "url", receiver.url(),
                "secret", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
                "allow.hosts", "127.0.0.1");

        try (Task task = new Task(settings, List.of(watchdog(TEN), FIRES), 0, registry)) {
            // When
            task.turn();

            // Then
            assertThat(task.refused()).containsExactly("http_410: HTTP 410");
            assertThat(task.committed()).isEqualTo(2);
        }
    }

    @Test
    void shouldHandWhatIsRefusedToTheWorkerAndGoOn() {
        // Given
        receiver.answer(request -> Answer.of(request.body().contains("\"f1-") ? 400 : 202));

        try (Task task = task(List.of(FIRES, OTHER))) {
            // When
            task.turn();

            // Then
            assertThat(task.refused()).containsExactly("http_400: HTTP 400");
            assertThat(task.committed()).isEqualTo(2);
        }
    }

    @Test
    void shouldTellAForgetfulReceiverOnlyWhatFiresAfterAllIsKnown() {
        // Given
        List<Alert> topic = new ArrayList<>(List.of(FIRES, OTHER, resolved(FIRES, TEN)));
        Map<String, String> settings =
                Map.of("type", "alertmanager", "urls", receiver.url(), "allow.hosts", "127.0.0.1", "resend.ms", "50");

        try (Task task = new Task(settings, topic, 3, registry)) {
            // When
            task.turn();
            int before = receiver.requests().size();
            task.turn();

            // Then
            assertThat(before).isZero();
            assertThat(receiver.requests()).hasSize(1);
            assertThat(receiver.requests().get(0).json()).hasSize(1);
            assertThat(receiver.requests().get(0).body()).contains("shop-f2");
            assertThat(task.timeout()).isBetween(1L, 50L);
        }
    }

    private Map<String, String> errors(Map<String, String> settings) {
        Map<String, String> errors = new HashMap<>();
        for (ConfigValue value : connector.validate(settings).configValues()) {
            value.errorMessages().forEach(error -> errors.put(value.name(), error));
        }
        return errors;
    }

    @Test
    void shouldTellMistakesAtTheirFields() {
        // When
        Map<String, String> errors = errors(Map.of(
                "name",
                "s",
                "topics",
                "t",
                "type",
                "slack",
                "token",
                "xoxb",
                "url",
                "http://slack.corp",
                "timeout.ms",
                "soon"));

        // Then
        assertThat(errors).containsOnlyKeys("channel", "url", "timeout.ms", "schema.registry.url");
        assertThat(errors.get("url")).contains("put slack.corp into allow.hosts");
    }

    @Test
    void shouldWantAKindOfReceiverAndTakeWhatIsRight() {
        assertThat(errors(Map.of("schema.registry.url", "http://localhost:8081")))
                .containsOnlyKeys("type");
        assertThat(errors(Map.of(
                        "type", "pagerduty", "routing.key", "k", "schema.registry.url", "http://localhost:8081")))
                .isEmpty();
    }

    @Test
    void shouldSayThatAConnectorReadsNoDeploys() {
        // Given
        Map<String, String> settings = Map.of(
                "type", "pagerduty",
                "routing.key", "k",
                "change.environments", "production",
                "schema.registry.url", "http://localhost:8081");

        // Then
        assertThat(errors(settings)).containsOnlyKeys("change.environments");
    }

    @Test
    void shouldKeepSecretsSecretAndExplainEverySetting() {
        assertThat(connector.config().configKeys()).allSatisfy((name, key) -> {
            boolean secret = List.of(
                            "routing.key",
                            "webhook.url",
                            "token",
                            "password",
                            "secret",
                            "secret.previous",
                            "url",
                            "tls.truststore.password",
                            "basic.auth.user.info",
                            "bearer.auth.token")
                    .contains(name);
            assertThat(key.type).as(name).isEqualTo(secret ? ConfigDef.Type.PASSWORD : ConfigDef.Type.STRING);
            assertThat(key.documentation).isNotBlank();
        });
    }

    @Test
    void shouldNotStartWithMistakes() {
        assertThatThrownBy(() -> connector.start(Map.of("type", "pagerduty")))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("routing.key is missing");
        assertThat(connector.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
