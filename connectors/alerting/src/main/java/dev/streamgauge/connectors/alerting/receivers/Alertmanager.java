package dev.streamgauge.connectors.alerting.receivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.notices.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prometheus's Alertmanager, API v2. It forgets what it does not hear again, so it is told of everything that fires again and again; no end is set, so that its own
 * {@code resolve_timeout} decides when what is no longer heard of has ended. Every member of a cluster is told; they agree among themselves who notifies.
 */
final class Alertmanager implements Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Alertmanager.class);
    private static final int MOST = 100;

    private final ReceiverConfig.Alertmanager config;
    private final Line line;
    private final Map<String, String> headers = new HashMap<>();

    Alertmanager(ReceiverConfig.Alertmanager config, Line line) {
        this.config = config;
        this.line = line;
        headers.put("content-type", "application/json");
        if (config.token() != null) {
            headers.put("authorization", "Bearer " + config.token().reveal());
        } else if (config.user() != null) {
            String both = config.user() + ":" + config.password().reveal();
            headers.put("authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        }
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Optional<Repetition> repetition() {
        return Optional.of(new Repetition(config.resend(), config.ends()));
    }

    // One member that has it is enough to go on: the others hear it with the next repetition, and from that member.
    @Override
    public Outcome tell(List<Notice> notices, Instant now) throws InterruptedException {
        ArrayNode alerts = Json.NODES.arrayNode();
        notices.forEach(notice -> alerts.add(PostableAlert.of(notice)));
        String body = Json.text(alerts);
        List<Outcome> outcomes = new ArrayList<>();
        for (String member : config.urls().all()) {
            URI address = URI.create(member.replaceAll("/+$", "") + "/api/v2/alerts");
            Outcome outcome =
                    line.send(new Call(address, headers, body, config.pace().timeout()), now);
            if (!(outcome instanceof Outcome.Accepted)) {
                LOG.debug("The Alertmanager {} did not take {} alerts: {}", member, notices.size(), outcome);
            }
            outcomes.add(outcome);
        }
        return best(outcomes);
    }

    private static Outcome best(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Accepted.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream()
                        .filter(Outcome.Later.class::isInstance)
                        .findFirst())
                .orElse(outcomes.get(0));
    }
}
