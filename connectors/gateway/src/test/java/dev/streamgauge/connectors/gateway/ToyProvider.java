package dev.streamgauge.connectors.gateway;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.schemas.Refusal;
import java.util.List;

/** A provider whose deliveries say themselves what is to become of them. */
final class ToyProvider implements Provider {

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String deliveryId(Delivery delivery) {
        return delivery.header("x-request-id");
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        return Reading.json(delivery, body -> map(delivery, body));
    }

    private static Mapped map(Delivery delivery, Json body) throws UnmappableException {
        return switch (body.text("as")) {
            case "ignored" -> new Mapped.Ignored(body.textOrNull("kind"));
            case "bug" -> throw new IllegalStateException("canary-in-the-message");
            case "both" -> new Mapped.Events(List.of(event(delivery, body)), List.of("toy.part"));
            case "event" -> new Mapped.Events(List.of(event(delivery, body)));
            default -> throw new UnmappableException(Refusal.BAD_VALUE, "'as' should be event or ignored");
        };
    }

    private static BuildChanged event(Delivery delivery, Json body) throws UnmappableException {
        BuildChanged build = new BuildChanged();
        build.setEventId("toy:1:0");
        build.setSource("toy");
        build.setRepository(body.text("repository"));
        build.setReceivedAt(delivery.receivedAt());
        build.setOccurredAt(delivery.receivedAt());
        build.setRunId("1");
        build.setAttempt(1);
        build.setWorkflow("ci");
        build.setState("running");
        return build;
    }
}
