package dev.streamgauge.connectors.connect.polling.gitlab;

import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.gitlab.Project;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.schemas.ContentHash;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** A project that is polled. What GitLab says of itself is asked for once, when it is needed. One thread's. */
final class PolledProject {

    private final Api api;
    private final String name;
    private final String host;
    private final DoorRules rules;
    private final Clock clock;
    private Json json;

    PolledProject(Api api, StreamId of, DoorRules rules, Clock clock) {
        this.api = api;
        this.name = of.repository();
        this.host = of.host();
        this.rules = rules;
        this.clock = clock;
    }

    Api api() {
        return api;
    }

    StreamId stream(String stream) {
        return new StreamId("gitlab", host, name, stream);
    }

    /** The address of something of the project. */
    URI at(String rest) {
        return api.at(path(rest));
    }

    private String path(String rest) {
        return "/projects/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + rest;
    }

    Json one(String rest) throws ApiException, InterruptedException {
        return api.get(path(rest)).body();
    }

    /** All elements of a list, or of the lists at a place in each page. */
    List<Json> all(String rest, String... place) throws ApiException, InterruptedException {
        return Pages.all(api, path(rest + (rest.contains("?") ? "&" : "?") + "per_page=100"), place);
    }

    String defaultBranch() throws ApiException, InterruptedException {
        return json().textOrNull("default_branch");
    }

    private Json json() throws ApiException, InterruptedException {
        if (json == null) {
            json = api.get(path("")).body();
        }
        return json;
    }

    /** The project for the events of a state of something: the same state gives the same names to its events. */
    Project told(StreamId stream, String version) throws ApiException, UnmappableException, InterruptedException {
        byte[] named = (stream + " " + version).getBytes(StandardCharsets.UTF_8);
        return Project.of(json(), Stamp.of("gitlab", ContentHash.of(named), clock.instant()), rules);
    }
}
