package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.schemas.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** A repository that is polled. What GitHub says of itself is asked for once, when it is needed. One thread's. */
final class Repo {

    private final Api api;
    private final String name;
    private final String host;
    private final Clock clock;
    private Json json;

    Repo(Api api, String name, String host, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.name = name;
        this.host = host;
    }

    Api api() {
        return api;
    }

    StreamId stream(String stream) {
        return new StreamId("github", host, name, stream);
    }

    /** The path of something of the repository. */
    String path(String rest) {
        return "/repos/" + name + rest;
    }

    /** The repository object. */
    Json json() throws ApiException, InterruptedException {
        if (json == null) {
            json = api.get(path("")).body();
        }
        return json;
    }

    /** The context of a state of something in a stream. */
    GitHubObjects.Context context(StreamId stream, String version) throws ApiException, InterruptedException {
        byte[] named = (stream + " " + version).getBytes(StandardCharsets.UTF_8);
        return new GitHubObjects.Context(json(), Stamp.of("github", ContentHash.of(named), clock.instant()));
    }

    /** Null: it has none, for it is empty. */
    String defaultBranch() throws ApiException, InterruptedException {
        return json().textOrNull("default_branch");
    }
}
