package dev.streamgauge.connectors.alerting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.streamgauge.connectors.alerting.config.ReceiverConfig.Alertmanager;
import dev.streamgauge.connectors.alerting.testkit.TestAlerts;
import dev.streamgauge.settings.SettingsException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertingConfigTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static AlertingConfig read(String... settings) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put("alerting." + settings[i], settings[i + 1]);
        }
        return AlertingConfig.of(given);
    }

    private static List<String> mistakes(String... settings) {
        SettingsException refused = catchThrowableOfType(SettingsException.class, () -> read(settings));
        return refused.mistakes();
    }

    @Test
    void shouldTakeEachKindOfReceiverWithItsUsualValues() {
        // When
        AlertingConfig config = read(
                "receiver.am.type", "alertmanager",
                "receiver.am.urls", "http://10.0.0.1:9093,http://10.0.0.2:9093",
                "allow.hosts", "10.0.0.0/24",
                "receiver.pd.type", "pagerduty",
                "receiver.pd.routing.key", "R0UT1NG",
                "receiver.sl.type", "slack",
                "receiver.sl.webhook.url", "https://hooks.slack.com/services/x",
                "receiver.wh.type", "webhook",
                "receiver.wh.url", "https://example.org/hook",
                "receiver.wh.secret", SECRET);

        // Then
        assertThat(config.receivers()).containsOnlyKeys("am", "pd", "sl", "wh");
        Alertmanager alertmanager = (Alertmanager) config.receivers().get("am");
        assertThat(alertmanager.resend()).isEqualTo(Duration.ofSeconds(30));
        assertThat(alertmanager.ends()).isEqualTo(Duration.ofMinutes(15));
        assertThat(alertmanager.pace().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.toString()).doesNotContain("R0UT1NG", "hooks.slack.com", "MfKQ9r8");
    }

    @Test
    void shouldTellAllMistakesAtOnce() {
        // When
        List<String> mistakes = mistakes(
                "allow.hosts", "10.0.0.0/99",
                "receiver.am.type", "alertmanger",
                "receiver.a2.type", "alertmanager",
                "receiver.a2.urls", "http://alerts.corp:9093",
                "receiver.a2.resend.sm", "1",
                "receiver.a2.user", "u",
                "receiver.pd.type", "pagerduty",
                "receiver.sl.type", "slack",
                "receiver.sl.token", "xoxb",
                "receiver.wh.type", "webhook",
                "receiver.wh.url", "ftp://example.org",
                "receiver.wh.secret", "short",
                "receiver.no.url", "https://example.org",
                "routes", "a,b",
                "route.a.receivers", "pd,slak",
                "route.a.match.severty", "page",
                "route.c.receivers", "pd");

        // Then
        assertThat(mistakes)
                .hasSize(14)
                .anyMatch(text -> text.startsWith("alerting.allow.hosts: '10.0.0.0/99' is no name"))
                .anyMatch(text ->
                        text.equals("alerting.receiver.am.type should be alertmanager, pagerduty, slack or webhook"))
                .anyMatch(text ->
                        text.startsWith("alerting.receiver.a2.urls is not https: use https, or put alerts.corp"))
                .anyMatch(text -> text.contains("'alerting.receiver.a2.resend.sm' is no setting, did you mean"))
                .anyMatch(text -> text.equals("alerting.receiver.a2.user and password belong together"))
                .anyMatch(text -> text.equals("alerting.receiver.pd.routing.key is missing"))
                .anyMatch(text -> text.equals("alerting.receiver.sl.channel is missing"))
                .anyMatch(text -> text.startsWith("alerting.receiver.wh.url should be an address"))
                .anyMatch(text -> text.startsWith("alerting.receiver.wh.secret should be whsec_"))
                .anyMatch(text -> text.startsWith("alerting.receiver.no.type is missing"))
                .anyMatch(text -> text.contains("there is no receiver 'slak', did you mean 'sl'?"))
                .anyMatch(text -> text.contains("alerts have no 'severty', did you mean 'severity'?"))
                .anyMatch(text -> text.equals("alerting.route.b.receivers is missing: names of receivers, or none"))
                .anyMatch(text -> text.contains("alerting.routes does not name 'c'"));
    }

    @Test
    void shouldReadRoutesInTheirOrder() {
        // When
        AlertingConfig config = read(
                "receiver.pd.type", "pagerduty",
                "receiver.pd.routing.key", "k",
                "routes", "quiet,rest",
                "route.quiet.match.repository", "*/legacy, github.com/acme/shop-*",
                "route.quiet.match.labels.team", "platform",
                "route.quiet.receivers", "none",
                "route.rest.receivers", "pd");

        // Then
        assertThat(config.routes().lead(TestAlerts.firing(), "pd")).isFalse();
        assertThat(config.routes().routes()).hasSize(2);
    }

    @Test
    void shouldWantAReceiver() {
        assertThat(mistakes("management.listen", "127.0.0.1:0"))
                .containsExactly("No receiver is configured: set alerting.receiver.<name>.type");
    }
}
