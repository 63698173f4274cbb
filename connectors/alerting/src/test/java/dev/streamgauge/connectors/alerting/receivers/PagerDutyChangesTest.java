package dev.streamgauge.connectors.alerting.receivers;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestDeploys.deployed;
import static dev.streamgauge.connectors.alerting.testkit.TestDeploys.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgauge.connectors.alerting.config.AlertingConfig;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.http.Reply;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Accepted;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import dev.streamgauge.facts.v1.Deploy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagerDutyChangesTest {

    private static final Deploy DEPLOYED = deployed("d1", TEN);

    private final List<Call> calls = new ArrayList<>();
    private int status = 202;

    private static ReceiverConfig config(Map<String, String> more) {
        Map<String, String> given = new HashMap<>();
        given.put("alerting.receiver.r.type", "pagerduty");
        given.put("alerting.receiver.r.routing.key", "k3y");
        more.forEach((name, value) -> given.put("alerting.receiver.r." + name, value));
        return AlertingConfig.of(given).receivers().get("r");
    }

    private DeployReceiver receiver() {
        Map<String, String> more = Map.of("change.environments", "production,live*", "url", "https://pd.example.org/");
        return Receivers.ofDeploys(config(more), call -> {
                    calls.add(call);
                    return new Reply(status, Optional.empty(), "");
                })
                .orElseThrow();
    }

    private String summary(Deploy deploy) throws InterruptedException {
        receiver().tell(deploy, TEN);
        return Json.parse(calls.get(calls.size() - 1).body())
                .at("/payload/summary")
                .asText();
    }

    @Test
    void shouldHearOfADeployAsAChangeEvent() throws InterruptedException {
        // When
        Outcome outcome = receiver().tell(DEPLOYED, TEN.plusSeconds(5));

        // Then
        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.address()).hasToString("https://pd.example.org/v2/change/enqueue"));
        JsonNode event = Json.parse(calls.get(0).body());
        assertThat(event.get("routing_key").asText()).isEqualTo("k3y");
        assertThat(event.at("/payload/summary").asText()).isEqualTo("shop 0123456789 deployed to production");
        assertThat(event.at("/payload/timestamp").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(event.at("/payload/source").asText()).isEqualTo("github.com/acme/shop");
        assertThat(event.at("/payload/custom_details/deploy_id").asText()).isEqualTo("d1");
        assertThat(event.at("/payload/custom_details/started_at").isNull()).isTrue();
    }

    @Test
    void shouldSayWhetherItFailedOrTookAFormerVersionBack() throws InterruptedException {
        assertThat(summary(rolledBack(DEPLOYED))).isEqualTo("production rolled back to shop 0123456789");
        assertThat(summary(Deploy.newBuilder(DEPLOYED)
                        .setOutcome("failure")
                        .setKind(null)
                        .setSha("")
                        .build()))
                .isEqualTo("shop: the deploy to production failed");
    }

    @Test
    void shouldComeAgainAfterAFailureAndNotAfterARefusal() throws InterruptedException {
        DeployReceiver receiver = receiver();
        status = 500;
        assertThat(receiver.tell(DEPLOYED, TEN)).isInstanceOf(Later.class);
        status = 400;
        assertThat(receiver.tell(DEPLOYED, TEN)).isInstanceOf(Refused.class);
    }

    @Test
    void shouldHearOfNoDeployUnlessEnvironmentsAreNamed() {
        assertThat(Receivers.ofDeploys(config(Map.of()), call -> new Reply(202, Optional.empty(), "")))
                .isEmpty();
        assertThat(config(Map.of("change.environments", "production,live*")).deployEnvironments())
                .containsExactly("production", "live*");
    }
}
