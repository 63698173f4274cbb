package dev.streamgauge.connectors.providers.bitbucket;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.List;
import java.util.Set;

/** Bitbucket Cloud. What a webhook is about, only its header says. */
public final class BitbucketProvider implements Provider {

    private static final Set<String> IDLE = Set.of(
            "repo:fork",
            "repo:updated",
            "repo:transfer",
            "repo:deleted",
            "repo:commit_comment_created",
            "issue:created",
            "issue:updated",
            "issue:comment_created",
            "project:updated");

    @Override
    public String name() {
        return "bitbucket";
    }

    @Override
    public String deliveryId(Delivery delivery) {
        return delivery.header("x-request-uuid");
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        String key = delivery.header("x-event-key");
        if (key == null || !tells(key)) {
            return new Mapped.Ignored(key != null && IDLE.contains(key) ? key : "other");
        }
        return Reading.json(delivery, body -> read(key, body, Stamp.of(this, delivery), rules));
    }

    private static boolean tells(String key) {
        return key.equals("repo:push") || key.startsWith("repo:commit_status_") || PullRequests.KEYS.contains(key);
    }

    private static Mapped read(String key, Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        Origin origin = origin(body.at("repository"), stamp, rules);
        if (key.startsWith("pullrequest:")) {
            return Mapped.one(PullRequests.ofHook(key, body, origin));
        }
        if (key.startsWith("repo:commit_status_")) {
            return Mapped.one(Statuses.of(body.at("commit_status"), origin));
        }
        List<CommitPushed> pushes = Pushes.of(body, origin);
        return pushes.isEmpty() ? new Mapped.Ignored(key) : new Mapped.Events(pushes);
    }

    private static Origin origin(Json repository, Stamp stamp, DoorRules rules) throws UnmappableException {
        return Origin.of(name(repository), repository.textOrNull("mainbranch", "name"), stamp, rules);
    }

    /** The name of a repository object. */
    static String name(Json repository) throws UnmappableException {
        String page = repository.textOrNull("links", "html", "href");
        String name = page == null ? null : RepositoryName.ofUrl(page);
        return name == null ? RepositoryName.of("bitbucket.org", repository.text("full_name")) : name;
    }
}
