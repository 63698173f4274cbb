package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Reading hooks in tests. */
final class Hooks {

    static final DoorRules RULES = DoorRules.usual();
    static final Door DOOR = new Door(new GitLabProvider(), Map.of(), RULES);

    private Hooks() {}

    static List<SpecificRecord> events(Body body) {
        return DOOR.events(body);
    }

    static <T extends SpecificRecord> List<T> events(Body body, Class<T> type) {
        return DOOR.events(body, type);
    }

    static <T extends SpecificRecord> T only(Body body, Class<T> type) {
        return DOOR.only(body, type);
    }

    static String kind(Body body) {
        return DOOR.kind(body);
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
}
