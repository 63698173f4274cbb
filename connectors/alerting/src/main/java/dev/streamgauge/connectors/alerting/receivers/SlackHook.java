package dev.streamgauge.connectors.alerting.receivers;

import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.notices.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A channel of Slack, by an incoming webhook. It cannot change what it has posted: what comes together is one message, and an end is another. */
final class SlackHook implements Receiver {

    private static final int MOST = 20;

    private final ReceiverConfig.Slack config;
    private final Line line;
    private final URI address;

    SlackHook(ReceiverConfig.Slack config, Line line) {
        this.config = config;
        this.line = line;
        this.address = URI.create(config.webhook().reveal());
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public boolean takesHeartbeats() {
        return false;
    }

    @Override
    public Outcome tell(List<Notice> notices, Instant now) throws InterruptedException {
        String heading = notices.size() == 1 ? SlackText.heading(notices) : "%d alerts".formatted(notices.size());
        Map<String, String> headers = Map.of("content-type", "application/json; charset=utf-8");
        String body = Json.text(SlackText.message(heading, notices));
        return line.send(new Call(address, headers, body, config.pace().timeout()), now);
    }
}
