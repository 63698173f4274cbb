package dev.streamgauge.connectors.alerting.receivers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.notices.DeployNews;
import dev.streamgauge.connectors.alerting.notices.Words;
import dev.streamgauge.facts.v1.Deploy;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** PagerDuty's change events: what was deployed, beside the incidents that it may have caused. They page nobody, and have no key: twice is twice. */
final class PagerDutyChanges implements DeployReceiver {

    private static final int LONGEST_SUMMARY = 1_000;
    private static final int SHOWN_SHA = 10;

    private final ReceiverConfig.PagerDuty config;
    private final Line line;
    private final URI address;

    PagerDutyChanges(ReceiverConfig.PagerDuty config, Line line) {
        this.config = config;
        this.line = line;
        this.address = URI.create(config.url().replaceAll("/+$", "") + "/v2/change/enqueue");
    }

    @Override
    public Outcome tell(Deploy deploy, Instant now) throws InterruptedException {
        ObjectNode event =
                Json.NODES.objectNode().put("routing_key", config.routingKey().reveal());
        event.set("payload", payload(deploy));
        Map<String, String> headers = Map.of("content-type", "application/json");
        return line.send(
                new Call(address, headers, Json.text(event), config.pace().timeout()), now);
    }

    private static ObjectNode payload(Deploy deploy) {
        ObjectNode payload = Json.NODES
                .objectNode()
                .put("summary", Words.cut(summary(deploy), LONGEST_SUMMARY))
                .put("timestamp", deploy.getFinishedAt().toString())
                .put("source", deploy.getRepository());
        payload.putObject("custom_details")
                .put("repository", deploy.getRepository())
                .put("service", deploy.getService())
                .put("environment", deploy.getEnvironment())
                .put("sha", deploy.getSha())
                .put("deploy_id", deploy.getDeployId())
                .put("attempt", deploy.getAttempt())
                .put("outcome", deploy.getOutcome())
                .put("kind", deploy.getKind())
                .put(
                        "started_at",
                        deploy.getStartedAt() == null
                                ? null
                                : deploy.getStartedAt().toString());
        return payload;
    }

    private static String summary(Deploy deploy) {
        String sha =
                deploy.getSha().substring(0, Math.min(SHOWN_SHA, deploy.getSha().length()));
        String what = (deploy.getService() + " " + sha).strip();
        if (!"success".equals(deploy.getOutcome())) {
            return "%s: the deploy to %s failed".formatted(what, deploy.getEnvironment());
        }
        return DeployNews.isRollback(deploy)
                ? "%s rolled back to %s".formatted(deploy.getEnvironment(), what)
                : "%s deployed to %s".formatted(what, deploy.getEnvironment());
    }
}
