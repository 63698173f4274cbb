package dev.streamgauge.connectors.alerting.receivers;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.resolved;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.suppressed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertItem;
import dev.streamgauge.connectors.alerting.config.AlertingConfig;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.http.Reply;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Accepted;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ReceiversTest {

    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final Notice FIRES = new Notice(firing(), false);
    private static final Notice ENDS = new Notice(resolved(firing(), TEN.plusSeconds(3_700)), true);

    private final List<Call> calls = new ArrayList<>();
    private final Queue<Reply> replies = new ArrayDeque<>();

    private Receiver receiver(String... settings) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put("alerting.receiver.r." + settings[i], settings[i + 1]);
        }
        return Receivers.of(AlertingConfig.of(given).receivers().get("r"), call -> {
            calls.add(call);
            return replies.isEmpty()
                    ? new Reply(200, Optional.empty(), "{\"ok\":true,\"ts\":\"17.1\"}")
                    : replies.poll();
        });
    }

    private JsonNode body(int call) {
        return Json.parse(calls.get(call).body());
    }

    private void replies(String body) {
        replies.add(new Reply(200, Optional.empty(), body));
    }

    @Test
    void shouldTellEveryAlertmanagerWithLabelsThatTheRuleAndTheSubjectBound() throws InterruptedException {
        // Given
        Receiver cluster = receiver("type", "alertmanager", "urls", "https://a.example.org, https://b.example.org/am/");

        // When
        Outcome outcome = cluster.tell(List.of(FIRES, ENDS), TEN);

        // Then
        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(calls)
                .extracting(call -> call.address().toString())
                .containsExactly("https://a.example.org/api/v2/alerts", "https://b.example.org/am/api/v2/alerts");
        JsonNode fires = body(1).get(0);
        assertThat(fires.get("labels").toString()).isEqualTo("""
                        {"alertname":"ReviewPickupSlow","kind":"age","queue":"review.pickup","repository":"github.com/acme/shop-f1",\
                        "severity":"ticket","team":"platform"}""");
        assertThat(fires.get("startsAt").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(fires.has("endsAt")).isFalse();
        assertThat(fires.get("generatorURL").asText()).isEqualTo("https://github.com/acme/shop/pull/7");
        assertThat(fires.get("annotations").get("measured").asText()).isEqualTo("2 d 3 h (threshold 2 d)");
        assertThat(body(1).get(1).get("endsAt").asText()).isEqualTo("2026-03-02T11:01:40Z");
        assertThat(body(1).get(1).get("labels")).isEqualTo(fires.get("labels"));
    }

    @Test
    void shouldBeContentWithOneAlertmanagerThatHasIt() throws InterruptedException {
        // Given
        Receiver cluster = receiver("type", "alertmanager", "urls", "https://a.example.org,https://b.example.org");
        replies.add(new Reply(503, Optional.empty(), ""));

        // Then
        assertThat(cluster.tell(List.of(FIRES), TEN)).isInstanceOf(Accepted.class);
        replies.add(new Reply(503, Optional.empty(), ""));
        replies.add(new Reply(400, Optional.empty(), ""));
        assertThat(cluster.tell(List.of(FIRES), TEN)).isInstanceOf(Later.class);
        replies.add(new Reply(400, Optional.empty(), ""));
        replies.add(new Reply(400, Optional.empty(), ""));
        assertThat(cluster.tell(List.of(FIRES), TEN)).isInstanceOf(Refused.class);
    }

    @Test
    void shouldGiveAlertmanagerNamesAndLinksThatItTakes() {
        // Given
        Alert odd = Alert.newBuilder(firing())
                .setLabels(Map.of("cost-centre", "4711", "1st", "x", "empty", ""))
                .setRunbook("not a link")
                .setItems(List.of(AlertItem.newBuilder()
                        .setItem("i")
                        .setSince(TEN)
                        .setUrl("javascript:alert(1)")
                        .build()))
                .build();

        // When
        JsonNode alert = PostableAlert.of(new Notice(odd, false));

        // Then
        assertThat(alert.get("labels").get("cost_centre").asText()).isEqualTo("4711");
        assertThat(alert.get("labels").get("_1st").asText()).isEqualTo("x");
        assertThat(alert.get("labels").has("empty")).isFalse();
        assertThat(alert.has("generatorURL")).isFalse();
        assertThat(alert.get("annotations").has("runbook_url")).isFalse();
    }

    @Test
    void shouldTriggerAndResolveInPagerDutyByTheEpisode() throws InterruptedException {
        // Given
        Receiver pagerDuty = receiver("type", "pagerduty", "routing.key", "R0UT1NG");

        // When
        pagerDuty.tell(List.of(FIRES), TEN);
        pagerDuty.tell(List.of(ENDS), TEN);

        // Then
        assertThat(calls.get(0).address()).hasToString("https://events.pagerduty.com/v2/enqueue");
        assertThat(body(0).get("routing_key").asText()).isEqualTo("R0UT1NG");
        assertThat(body(0).get("event_action").asText()).isEqualTo("trigger");
        assertThat(body(0).get("dedup_key").asText()).isEqualTo("f1-" + TEN.toEpochMilli());
        assertThat(body(0).get("payload").get("severity").asText()).isEqualTo("warning");
        assertThat(body(0).get("payload")
                        .get("custom_details")
                        .get("items")
                        .get(0)
                        .get("item")
                        .asText())
                .isEqualTo("github.com/acme/shop#7");
        assertThat(body(0).get("links").get(0).get("href").asText())
                .isEqualTo("https://example.org/runbooks/review-pickup");
        assertThat(body(1).get("event_action").asText()).isEqualTo("resolve");
        assertThat(body(1).get("dedup_key")).isEqualTo(body(0).get("dedup_key"));
        assertThat(pagerDuty.takesHeartbeats()).isFalse();
    }

    @Test
    void shouldAcknowledgeInPagerDutyWhatIsSuppressedWhileItFires() throws InterruptedException {
        // Given
        Receiver pagerDuty = receiver("type", "pagerduty", "routing.key", "R0UT1NG");

        // When
        pagerDuty.tell(List.of(new Notice(suppressed(firing()), false)), TEN);

        // Then
        assertThat(body(0).get("event_action").asText()).isEqualTo("acknowledge");
        assertThat(body(0).get("dedup_key").asText()).isEqualTo("f1-" + TEN.toEpochMilli());
        assertThat(pagerDuty.canBeHushed()).isTrue();
    }

    @Test
    void shouldSignWithEverySecretAndTheTimeOfTheAttemptUnderOneId() throws Exception {
        // Given
        Receiver webhook = receiver(
                "type",
                "webhook",
                "url",
                "https://example.org/hook",
                "secret",
                "whsec_" + KEY,
                "secret.previous",
                "whsec_" + OTHER_KEY);

        // When
        webhook.tell(List.of(FIRES), TEN.plusSeconds(5));
        webhook.tell(List.of(FIRES), TEN.plusSeconds(65));

        // Then
        Map<String, String> first = calls.get(0).headers();
        Map<String, String> second = calls.get(1).headers();
        String id = "alert_f1-" + TEN.toEpochMilli() + "-1";
        String time = Long.toString(TEN.getEpochSecond() + 5);
        assertThat(first).containsEntry("webhook-id", id).containsEntry("webhook-timestamp", time);
        assertThat(first.get("webhook-signature").split(" "))
                .containsExactly(
                        "v1," + hmac(KEY, id, time, calls.get(0).body()),
                        "v1," + hmac(OTHER_KEY, id, time, calls.get(0).body()));
        assertThat(second.get("webhook-id")).isEqualTo(id);
        assertThat(second.get("webhook-timestamp")).isNotEqualTo(time);
        assertThat(body(0).get("type").asText()).isEqualTo("dev.streamgauge.alert.firing");
        assertThat(body(0).get("data").get("fingerprint").asText()).isEqualTo("f1");
    }

    private static String hmac(String key, String id, String time, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal((id + "." + time + "." + body).getBytes(UTF_8)));
    }

    @Test
    void shouldSignAsTheSpecificationsExampleSays() {
        // Given
        Signature signature = new Signature(List.of(new dev.streamgauge.settings.flat.Secret("whsec_" + KEY)));

        // Then
        assertThat(signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldSpeakCloudEventsIfAsked() throws InterruptedException {
        // Given
        Receiver webhook = receiver(
                "type", "webhook", "url", "https://example.org", "secret", "whsec_" + KEY, "format", "cloudevents");

        // When
        webhook.tell(List.of(ENDS), TEN);

        // Then
        assertThat(calls.get(0).headers()).containsEntry("content-type", "application/cloudevents+json");
        assertThat(body(0).get("specversion").asText()).isEqualTo("1.0");
        assertThat(body(0).get("id").asText()).isEqualTo("f1-" + TEN.toEpochMilli() + "-2");
        assertThat(body(0).get("type").asText()).isEqualTo("dev.streamgauge.alert.resolved");
        assertThat(body(0).get("subject").asText()).isEqualTo("f1");
        assertThat(body(0).get("data").get("state").asText()).isEqualTo("resolved");
    }

    @Test
    void shouldCutAWebhookThatIsTooLongByItsItems() throws InterruptedException {
        // Given
        Receiver webhook = receiver("type", "webhook", "url", "https://example.org", "secret", "whsec_" + KEY);
        AlertItem item =
                AlertItem.newBuilder().setItem("x".repeat(3_000)).setSince(TEN).build();
        Alert large = Alert.newBuilder(firing())
                .setItems(Collections.nCopies(10, item))
                .build();

        // When
        webhook.tell(List.of(new Notice(large, false)), TEN);

        // Then
        assertThat(calls.get(0).body().getBytes(UTF_8)).hasSizeLessThan(20_000);
        assertThat(body(0).get("data").get("items")).hasSize(6);
    }

    @Test
    void shouldPutWhatComesTogetherIntoOneMessageOfSlack() throws InterruptedException {
        // Given
        Receiver slack = receiver("type", "slack", "webhook.url", "https://hooks.slack.com/services/T/B/x");
        Alert rude = Alert.newBuilder(firing("f2", TEN))
                .setSummary("<!channel> & <https://evil.example.org|click>")
                .build();

        // When
        slack.tell(List.of(FIRES, new Notice(rude, false), ENDS), TEN);

        // Then
        assertThat(calls).hasSize(1);
        assertThat(body(0).get("text").asText()).isEqualTo("3 alerts");
        assertThat(body(0).get("blocks")).hasSize(4);
        assertThat(body(0).get("blocks").get(1).get("text").get("text").asText())
                .startsWith(
                        ":warning: *ReviewPickupSlow* (ticket) github.com/acme/shop-f1 queue=review.pickup: The oldest")
                .contains("<https://example.org/runbooks/review-pickup|runbook>");
        assertThat(body(0).get("blocks").get(2).get("text").get("text").asText())
                .contains("&lt;!channel&gt; &amp; &lt;https://evil.example.org|click&gt;");
        assertThat(body(0).get("blocks").get(3).get("text").get("text").asText())
                .contains("resolved after 1 h 1 min");
    }

    private Receiver bot() {
        return receiver("type", "slack", "token", "xoxb-1", "channel", "C1");
    }

    private List<String> methods() {
        return calls.stream()
                .map(call -> call.address().getPath().replace("/api/", ""))
                .toList();
    }

    @Test
    void shouldKeepOneMessageForARuleAndSayWhatHappensInItsThread() throws InterruptedException {
        // Given
        Receiver slack = bot();
        Notice second = new Notice(firing("f2", TEN), false);

        // When
        slack.tell(List.of(FIRES), TEN);
        slack.tell(List.of(second), TEN);
        slack.tell(List.of(ENDS), TEN);

        // Then
        assertThat(methods())
                .containsExactly(
                        "chat.postMessage", "chat.postMessage", "chat.update", "chat.postMessage", "chat.update");
        assertThat(calls.get(0).headers()).containsEntry("authorization", "Bearer xoxb-1");
        assertThat(body(0).has("thread_ts")).isFalse();
        assertThat(body(1).get("thread_ts").asText()).isEqualTo("17.1");
        assertThat(body(2).get("ts").asText()).isEqualTo("17.1");
        assertThat(body(2).get("text").asText()).isEqualTo("ReviewPickupSlow: 2 firing");
        assertThat(body(4).get("text").asText()).isEqualTo("ReviewPickupSlow: 1 firing, 1 resolved");
    }

    @Test
    void shouldBeginANewMessageAfterAllHasEnded() throws InterruptedException {
        // Given
        Receiver slack = bot();
        slack.tell(List.of(FIRES), TEN);
        slack.tell(List.of(ENDS), TEN);

        // When
        slack.tell(List.of(new Notice(firing("f1", TEN.plus(Duration.ofDays(1))), false)), TEN);

        // Then
        assertThat(body(3).has("thread_ts")).isFalse();
        assertThat(body(3).get("text").asText()).isEqualTo("ReviewPickupSlow: 1 firing");
    }

    @Test
    void shouldNotRepeatWhatSlackHasWhenTheRestFails() throws InterruptedException {
        // Given
        Receiver slack = bot();
        slack.tell(List.of(FIRES), TEN);
        replies("{\"ok\":true,\"ts\":\"17.2\"}");
        replies("{\"ok\":false,\"error\":\"ratelimited\"}");

        // When
        Outcome first = slack.tell(List.of(ENDS), TEN);
        Outcome again = slack.tell(List.of(ENDS), TEN);

        // Then
        assertThat(first).isInstanceOf(Later.class);
        assertThat(again).isInstanceOf(Accepted.class);
        assertThat(methods()).containsExactly("chat.postMessage", "chat.postMessage", "chat.update", "chat.update");
    }

    @Test
    void shouldPostAnewWhereTheMessageIsGone() throws InterruptedException {
        // Given
        Receiver slack = bot();
        slack.tell(List.of(FIRES), TEN);
        replies("{\"ok\":true,\"ts\":\"17.2\"}");
        replies("{\"ok\":false,\"error\":\"message_not_found\"}");

        // When
        Outcome outcome = slack.tell(List.of(ENDS), TEN);

        // Then
        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(methods())
                .containsExactly("chat.postMessage", "chat.postMessage", "chat.update", "chat.postMessage");
    }

    @Test
    void shouldGiveUpWhatSlackRefusesForGood() throws InterruptedException {
        // Given
        Receiver slack = bot();
        replies("{\"ok\":false,\"error\":\"channel_not_found\"}");

        // Then
        assertThat(slack.tell(List.of(FIRES), TEN))
                .isEqualTo(new Refused("channel_not_found", "chat.postMessage: channel_not_found"));
    }
}
