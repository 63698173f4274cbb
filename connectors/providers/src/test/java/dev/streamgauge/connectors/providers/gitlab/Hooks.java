package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Reading hooks in tests. */
final class Hooks {

    static final DoorRules RULES = DoorRules.usual();

    private Hooks() {}

    static List<SpecificRecord> events(Body body) {
        return Deliveries.events(new GitLabProvider().map(Deliveries.of(body.bytes()), RULES));
    }

    static <T extends SpecificRecord> List<T> events(Body body, Class<T> type) {
        return events(body).stream().filter(type::isInstance).map(type::cast).toList();
    }

    static <T extends SpecificRecord> T only(Body body, Class<T> type) {
        return Deliveries.only(new GitLabProvider().map(Deliveries.of(body.bytes()), RULES), type);
    }

    static String kind(Body body) {
        return Deliveries.kind(new GitLabProvider().map(Deliveries.of(body.bytes()), RULES));
    }

    /** The project of most payloads, as a poller has it. */
    static Project project() {
        Delivery answer = Deliveries.of("{}");
        return new Project(
                "gitlab.example.org/acme/shop",
                "main",
                "https://gitlab.example.org/acme/shop",
                Stamp.of(new GitLabProvider(), answer),
                RULES);
    }

    /** What an event says, without which delivery said it. */
    static <T extends SpecificRecord> T unstamped(T event) {
        event.put(event.getSchema().getField("event_id").pos(), "");
        return event;
    }

    static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    static String sha(char digit) {
        return String.valueOf(digit).repeat(40);
    }
}
