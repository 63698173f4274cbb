package dev.streamgauge.connectors.providers.bitbucketdc;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.List;
import java.util.Set;

/** Bitbucket Data Center. */
public final class BitbucketDcProvider implements Provider {

    private static final Set<String> IDLE = Set.of(
            "diagnostics:ping",
            "repo:modified",
            "repo:forked",
            "repo:comment:added",
            "repo:comment:edited",
            "repo:comment:deleted",
            "repo:secret_detected",
            "project:modified",
            "mirror:repo_synchronized",
            "pr:deleted",
            "pr:comment:edited",
            "pr:comment:deleted");

    @Override
    public String name() {
        return "bitbucket-dc";
    }

    @Override
    public String deliveryId(Delivery delivery) {
        return delivery.header("x-request-id");
    }

    /** A test of the connection has no body that tells anything: the header goes before the body. */
    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        String header = delivery.header("x-event-key");
        if ("diagnostics:ping".equals(header)) {
            return new Mapped.Ignored(header);
        }
        return Reading.json(delivery, body -> {
            String key = header == null ? body.textOrNull("eventKey") : header;
            return read(key == null ? "" : key, body, Stamp.of(this, delivery), rules);
        });
    }

    private static Mapped read(String key, Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        if (key.equals("repo:refs_changed")) {
            List<CommitPushed> pushes = Pushes.of(body, origin(body.at("repository"), stamp, rules));
            return pushes.isEmpty() ? new Mapped.Ignored(key) : new Mapped.Events(pushes);
        }
        if (key.startsWith("pr:") && !IDLE.contains(key) && body.has("pullRequest")) {
            Json target = body.at("pullRequest", "toRef", "repository");
            return Mapped.one(PullRequests.ofHook(key, body, origin(target, stamp, rules)));
        }
        return new Mapped.Ignored(IDLE.contains(key) ? key : "other");
    }

    private static Origin origin(Json repository, Stamp stamp, DoorRules rules) throws UnmappableException {
        return Origin.of(Repositories.name(repository, rules), null, stamp, rules);
    }
}
