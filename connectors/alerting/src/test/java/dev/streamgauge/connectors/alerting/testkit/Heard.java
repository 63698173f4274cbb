package dev.streamgauge.connectors.alerting.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * What a receiver that is called as PagerDuty, or as one of signed webhooks, heard by one call.
 *
 * @param key what it tells calls apart by: {@code trigger f1-1772445600000}, {@code change} and its summary, or {@code webhook-id}
 * @param fingerprint of the alert; empty of a change
 * @param atNanos when, on this process's clock
 * @param status what was answered; 0: nothing
 */
public record Heard(String key, String fingerprint, long atNanos, int status) {

    /** All that it heard, whatever it answered, in the order in which the calls came. */
    public static List<Heard> by(HttpReceiver receiver) {
        return receiver.calls().stream().map(Heard::of).toList();
    }

    /** The keys of all its calls. */
    public static List<String> keys(HttpReceiver receiver) {
        return by(receiver).stream().map(Heard::key).toList();
    }

    private static Heard of(HttpReceiver.Call call) {
        JsonNode body = call.request().json();
        String id = call.request().headers().get("webhook-id");
        if (id != null) {
            return of(call, id, body.at("/data/fingerprint"));
        }
        String key = call.request().path().contains("/change/")
                ? "change " + body.at("/payload/summary").asText()
                : body.path("event_action").asText() + " "
                        + body.path("dedup_key").asText();
        return of(call, key, body.at("/payload/custom_details/fingerprint"));
    }

    private static Heard of(HttpReceiver.Call call, String key, JsonNode fingerprint) {
        return new Heard(
                key, fingerprint.asText(), call.atNanos(), call.answer().status());
    }

    public boolean isAccepted() {
        return status / 100 == 2;
    }

    /** The keys under which PagerDuty is to hear of an alert that began then, and of its end. */
    public static List<String> pagerKeys(String fingerprint, Instant began) {
        String episode = fingerprint + "-" + began.toEpochMilli();
        return List.of("trigger " + episode, "resolve " + episode);
    }

    /** The same of a signed webhook. */
    public static List<String> webhookKeys(String fingerprint, Instant began) {
        String episode = fingerprint + "-" + began.toEpochMilli();
        return List.of("alert_" + episode + "-1", "alert_" + episode + "-2");
    }
}
