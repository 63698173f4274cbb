package dev.streamgauge.connectors.providers.kit;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A door for one provider.
 *
 * @param provider who sends
 * @param headers that come with every body
 * @param rules of the door
 */
public record Door(Provider provider, Map<String, String> headers, DoorRules rules) {

    /** The commit that most payloads of our own are about. */
    public static final String SHA = "4f9c1d2e3b5a69788796a5b4c3d2e1f001234567";

    /** Without headers or places. */
    public static Door of(Provider provider) {
        return new Door(provider, Map.of(), Places.NONE);
    }

    public Door with(String header, String value) {
        return new Door(provider, Map.of(header, value), rules);
    }

    public Door with(DoorRules other) {
        return new Door(provider, headers, other);
    }

    /** A payload of our own, from the provider's folder of the test resources: {@code finalized}. */
    public String text(String name) {
        return Deliveries.text(provider.name() + "/" + name + ".json");
    }

    public Mapped map(byte[] body) {
        return provider.map(Deliveries.of(body, headers), rules);
    }

    public Mapped map(String body) {
        return provider.map(Deliveries.of(body, headers), rules);
    }

    public List<SpecificRecord> events(Body body) {
        return Deliveries.events(map(body.bytes()));
    }

    /** The events of this type. */
    public <T extends SpecificRecord> List<T> events(Body body, Class<T> type) {
        return events(body).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only event. */
    public <T extends SpecificRecord> T only(Body body, Class<T> type) {
        return Deliveries.only(map(body.bytes()), type);
    }

    public <T extends SpecificRecord> T only(String body, Class<T> type) {
        return Deliveries.only(map(body), type);
    }

    /** What became of a body, as {@link Deliveries#kind} says it. */
    public String kind(Body body) {
        return Deliveries.kind(map(body.bytes()));
    }

    public String kind(String body) {
        return Deliveries.kind(map(body));
    }

    /** Every body with one mistake in it is answered. */
    public void survives(String body) {
        Mutations.areAnswered(provider, Deliveries.of(body, headers), rules);
    }

    /** A time on the day of the payloads. */
    public static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    public static String sha(char digit) {
        return String.valueOf(digit).repeat(40);
    }
}
