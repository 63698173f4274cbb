package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A webhook of our own, and what is made of it under some rules. */
final class Payload {

    static final String SHOP = "github.com/acme/shop";
    static final String A = "a1".repeat(20);
    static final String B = "b2".repeat(20);
    static final String C = "c3".repeat(20);

    private static final GitHubProvider GITHUB = new GitHubProvider();

    private final String event;
    private final Body body;
    private final DoorRules rules;

    private Payload(String event, Body body, DoorRules rules) {
        this.event = event;
        this.body = body;
        this.rules = rules;
    }

    static Payload of(String event) {
        return new Payload(event, Body.of("github/" + event + ".json"), DoorRules.usual());
    }

    /** The same with a value at a path of names and numbers, separated by dots. */
    Payload with(String path, Object value) {
        return new Payload(event, body.with(path, value), rules);
    }

    Payload rules(String yaml) {
        return new Payload(event, body, DoorRules.read("doors.yaml", yaml));
    }

    Delivery delivery() {
        return Deliveries.of(body.bytes(), Map.of("x-github-event", event, "x-github-delivery", "d-1"));
    }

    Mapped mapped() {
        return GITHUB.map(delivery(), rules);
    }

    String kind() {
        return Deliveries.kind(mapped());
    }

    <T extends SpecificRecord> T only(Class<T> type) {
        return Deliveries.only(mapped(), type);
    }

    /** The whole payload, as an object of the API. */
    Json json() {
        return body.json();
    }

    /** What a poller knows around an object. */
    GitHubScene scene() {
        return new GitHubScene(Stamp.of(GITHUB, delivery()), rules, new GitHubRepository(SHOP, "main"));
    }
}
