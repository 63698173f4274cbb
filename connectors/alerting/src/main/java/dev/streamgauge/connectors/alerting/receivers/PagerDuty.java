package dev.streamgauge.connectors.alerting.receivers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.notices.Words;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** PagerDuty, Events API v2. All that is told of an episode has one key, so that twice is once. */
final class PagerDuty implements Receiver {

    private static final int LONGEST_SUMMARY = 1_000;
    private static final Map<String, String> SEVERITIES = Map.of("page", "critical", "ticket", "warning");

    private final ReceiverConfig.PagerDuty config;
    private final Line line;
    private final URI address;

    PagerDuty(ReceiverConfig.PagerDuty config, Line line) {
        this.config = config;
        this.line = line;
        this.address = URI.create(config.url().replaceAll("/+$", "") + "/v2/enqueue");
    }

    @Override
    public int most() {
        return 1;
    }

    /** It would be an incident that never ends. */
    @Override
    public boolean takesHeartbeats() {
        return false;
    }

    @Override
    public boolean canBeHushed() {
        return true;
    }

    @Override
    public Outcome tell(List<Notice> notices, Instant now) throws InterruptedException {
        String body = Json.text(event(notices.get(0)));
        Map<String, String> headers = Map.of("content-type", "application/json");
        return line.send(new Call(address, headers, body, config.pace().timeout()), now);
    }

    private ObjectNode event(Notice notice) {
        ObjectNode event = Json.NODES
                .objectNode()
                .put("routing_key", config.routingKey().reveal())
                .put("event_action", action(notice))
                .put("dedup_key", notice.episode());
        event.set("payload", payload(notice));
        event.put("client", "Streamgauge");
        links(event, notice.alert());
        return event;
    }

    private static String action(Notice notice) {
        return notice.over() ? "resolve" : notice.hushed() ? "acknowledge" : "trigger";
    }

    private static ObjectNode payload(Notice notice) {
        Alert alert = notice.alert();
        ObjectNode payload = Json.NODES
                .objectNode()
                .put("summary", Words.cut(alert.getSummary(), LONGEST_SUMMARY))
                .put("source", alert.getName())
                .put("severity", SEVERITIES.getOrDefault(alert.getSeverity(), "info"))
                .put("timestamp", notice.firedAt().toString())
                .put("component", Words.subject(alert))
                .put("group", alert.getScope())
                .put("class", alert.getRule());
        ObjectNode details = Json.alert(alert);
        details.put("measured", Words.measured(alert));
        payload.set("custom_details", details);
        return payload;
    }

    private static void links(ObjectNode event, Alert alert) {
        var links = event.putArray("links");
        Json.link(alert.getRunbook())
                .ifPresent(link -> links.addObject().put("href", link).put("text", "Runbook"));
        alert.getItems()
                .forEach(item -> Json.link(item.getUrl())
                        .ifPresent(link -> links.addObject().put("href", link).put("text", item.getItem())));
    }
}
