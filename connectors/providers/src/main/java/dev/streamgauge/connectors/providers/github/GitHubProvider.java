package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.rules.DoorRules;

/** GitHub's webhooks, of github.com and of servers of one's own. */
public final class GitHubProvider implements Provider {

    @Override
    public String name() {
        return "github";
    }

    @Override
    public String deliveryId(Delivery delivery) {
        return delivery.header("x-github-delivery");
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(
                FormBody.unwrapped(delivery),
                body -> new GitHubWebhook(stamp, rules).map(GitHubEvent.of(delivery, body), body));
    }
}
