package dev.streamgauge.connectors.alerting.receivers;

import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.http.Caller;
import java.util.Optional;

/** Makes receivers of their settings. */
public final class Receivers {

    private Receivers() {}

    /** The receiver, called by way of the caller. */
    public static Receiver of(ReceiverConfig config, Caller caller) {
        Line line = new Line(caller, config.pace().longestWait());
        if (config instanceof ReceiverConfig.Alertmanager alertmanager) {
            return new Alertmanager(alertmanager, line);
        }
        if (config instanceof ReceiverConfig.PagerDuty pagerDuty) {
            return new PagerDuty(pagerDuty, line);
        }
        if (config instanceof ReceiverConfig.Slack slack) {
            return slack.webhook() == null ? new SlackBot(slack, line) : new SlackHook(slack, line);
        }
        return new SignedWebhook((ReceiverConfig.Webhook) config, line);
    }

    /** The same, where a receiver wants to hear of deploys. */
    public static Optional<DeployReceiver> ofDeploys(ReceiverConfig config, Caller caller) {
        return config instanceof ReceiverConfig.PagerDuty pagerDuty
                        && !config.deployEnvironments().isEmpty()
                ? Optional.of(new PagerDutyChanges(
                        pagerDuty, new Line(caller, config.pace().longestWait())))
                : Optional.empty();
    }
}
