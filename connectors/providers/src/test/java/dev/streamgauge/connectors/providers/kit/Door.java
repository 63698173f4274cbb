package dev.streamgauge.connectors.providers.kit;

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

    public Door with(String header, String value) {
        return new Door(provider, Map.of(header, value), rules);
    }

    public Door with(DoorRules other) {
        return new Door(provider, headers, other);
    }

    public List<SpecificRecord> events(Body body) {
        return Deliveries.events(provider.map(Deliveries.of(body.bytes(), headers), rules));
    }

    /** The events of this type. */
    public <T extends SpecificRecord> List<T> events(Body body, Class<T> type) {
        return events(body).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only event. */
    public <T extends SpecificRecord> T only(Body body, Class<T> type) {
        return Deliveries.only(provider.map(Deliveries.of(body.bytes(), headers), rules), type);
    }

    /** What became of a body, as {@link Deliveries#kind} says it. */
    public String kind(Body body) {
        return Deliveries.kind(provider.map(Deliveries.of(body.bytes(), headers), rules));
    }

    /** Every body with one mistake in it is answered. */
    public void survives(String payload) {
        Mutations.areAnswered(provider, Deliveries.of(Deliveries.payload(payload), headers), rules);
    }

    /** A time on the day of the payloads. */
    public static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    public static String sha(char digit) {
        return String.valueOf(digit).repeat(40);
    }
}
