package dev.streamgauge.connectors.alerting.receivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig.Format;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.notices.Words;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Anything that takes webhooks, signed as Standard Webhooks 1.0 has it. The id is the same for every attempt, the time is that of the attempt. */
final class SignedWebhook implements Receiver {

    private static final int MOST_BYTES = 20_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final String TYPE = "dev.streamgauge.alert.";

    private final ReceiverConfig.Webhook config;
    private final Line line;
    private final URI address;
    private final Signature signature;

    SignedWebhook(ReceiverConfig.Webhook config, Line line) {
        this.config = config;
        this.line = line;
        this.address = URI.create(config.url().reveal());
        this.signature = new Signature(config.secrets());
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Outcome tell(List<Notice> notices, Instant now) throws InterruptedException {
        Notice notice = notices.get(0);
        String body = fitting(notice);
        String id = "alert_" + notice.version();
        long time = now.getEpochSecond();
        Map<String, String> headers = Map.of(
                "content-type",
                config.format() == Format.CLOUDEVENTS ? "application/cloudevents+json" : "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(time),
                "webhook-signature",
                signature.of(id, time, body.getBytes(UTF_8)));
        return line.send(new Call(address, headers, body, config.pace().timeout()), now);
    }

    // A long list of items must not keep an alert from being told.
    private String fitting(Notice notice) {
        ObjectNode data = Json.alert(notice.alert());
        data.put("summary", Words.cut(notice.alert().getSummary(), LONGEST_TEXT));
        String body = Json.text(envelope(notice, data));
        ArrayNode items = (ArrayNode) data.get("items");
        while (body.getBytes(UTF_8).length > MOST_BYTES && !items.isEmpty()) {
            items.remove(items.size() - 1);
            body = Json.text(envelope(notice, data));
        }
        return body;
    }

    private ObjectNode envelope(Notice notice, ObjectNode data) {
        Alert alert = notice.alert();
        String type = TYPE + (notice.over() ? "resolved" : "firing");
        String time = alert.getUpdatedAt().toString();
        ObjectNode body = Json.NODES.objectNode();
        if (config.format() == Format.CLOUDEVENTS) {
            body.put("specversion", "1.0")
                    .put("id", notice.version())
                    .put("source", "/streamgauge/alerts")
                    .put("type", type)
                    .put("subject", alert.getFingerprint())
                    .put("time", time)
                    .put("datacontenttype", "application/json");
        } else {
            body.put("type", type).put("timestamp", time);
        }
        body.set("data", data);
        return body;
    }
}
