package dev.streamgauge.connectors.alerting.receivers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.http.Reply;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A channel of Slack, by a bot. Each rule that fires has one message, which always says how things are; what happens is said in its thread. When all has ended the
 * next alert begins a new message. Where the messages are is kept in memory: after a restart, a rule's next alert begins a new one.
 */
final class SlackBot implements Receiver {

    /** What may be well later. All else that Slack complains of is for good. */
    private static final Set<String> PASSING = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");

    /** The message is gone, or too old to be changed. */
    private static final Set<String> GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found");

    private final ReceiverConfig.Slack config;
    private final Line line;
    private final Map<String, SlackThread> threads = new HashMap<>();

    SlackBot(ReceiverConfig.Slack config, Line line) {
        this.config = config;
        this.line = line;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public boolean takesHeartbeats() {
        return false;
    }

    @Override
    public Outcome tell(List<Notice> notices, Instant now) throws InterruptedException {
        Notice notice = notices.get(0);
        String rule = notice.alert().getRule();
        SlackThread thread = threads.computeIfAbsent(rule, name -> new SlackThread());
        thread.put(notice);
        Outcome outcome = tell(thread, notice, now);
        if (outcome instanceof Refused refused && GONE.contains(refused.reason())) {
            thread.lose();
            outcome = tell(thread, notice, now);
        }
        if (outcome instanceof Outcome.Accepted && thread.isOver()) {
            threads.remove(rule);
        }
        return outcome;
    }

    // What has been done already is not done again when the rest of it fails.
    private Outcome tell(SlackThread thread, Notice notice, Instant now) throws InterruptedException {
        if (!thread.isPosted()) {
            return call("chat.postMessage", thread.message(), now, reply -> thread.posted(reply, notice));
        }
        if (!thread.isReplied(notice)) {
            Outcome replied = call("chat.postMessage", thread.reply(notice), now, reply -> thread.replied(notice));
            if (!(replied instanceof Outcome.Accepted)) {
                return replied;
            }
        }
        return call("chat.update", thread.message(), now, reply -> {});
    }

    private Outcome call(String method, ObjectNode message, Instant now, Consumer<JsonNode> done)
            throws InterruptedException {
        message.put("channel", config.channel());
        URI address = URI.create(config.url().replaceAll("/+$", "") + "/" + method);
        Map<String, String> headers = Map.of(
                "content-type",
                "application/json; charset=utf-8",
                "authorization",
                "Bearer " + config.token().reveal());
        return line.send(
                new Call(address, headers, Json.text(message), config.pace().timeout()),
                now,
                reply -> outcome(method, reply, now, done));
    }

    private Outcome outcome(String method, Reply reply, Instant now, Consumer<JsonNode> done) {
        JsonNode body = Json.parse(reply.body());
        if (body.path("ok").asBoolean()) {
            done.accept(body);
            return Outcome.accepted();
        }
        String error = body.path("error").asText("no JSON");
        String why = "%s: %s".formatted(method, error);
        boolean mayPass = PASSING.contains(error) || !body.isObject();
        return mayPass ? new Later(why, line.wait(reply, now)) : new Refused(error, why);
    }
}
