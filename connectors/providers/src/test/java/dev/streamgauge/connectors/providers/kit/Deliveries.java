package dev.streamgauge.connectors.providers.kit;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Deliveries of payloads, all received at one time. */
public final class Deliveries {

    /** When every delivery of the tests arrived. */
    public static final Instant ARRIVED = Instant.parse("2026-03-02T12:00:00Z");

    private Deliveries() {}

    /** A payload of our own, from the test resources: {@code jenkins/finalized.json}. */
    public static byte[] payload(String name) {
        try (InputStream in = Deliveries.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no test resource /" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as text. */
    public static String text(String name) {
        return new String(payload(name), StandardCharsets.UTF_8);
    }

    public static Delivery of(byte[] body) {
        return of(body, Map.of());
    }

    public static Delivery of(byte[] body, Map<String, String> headers) {
        return new Delivery(headers, body, ARRIVED);
    }

    public static Delivery of(String body) {
        return of(body, Map.of());
    }

    public static Delivery of(String body, Map<String, String> headers) {
        return of(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The events of a result; a clear failure if it is none. */
    public static List<SpecificRecord> events(Mapped mapped) {
        if (mapped instanceof Mapped.Events events) {
            return events.events();
        }
        throw new AssertionError("events were expected, but it is " + mapped);
    }

    /** The only event of a result. */
    public static <T extends SpecificRecord> T only(Mapped mapped, Class<T> type) {
        List<SpecificRecord> events = events(mapped);
        if (events.size() != 1) {
            throw new AssertionError("one event was expected, but there are " + events);
        }
        return type.cast(events.get(0));
    }

    /** What a result is, on one line for tables: {@code DeployChanged, DeployChanged} or {@code ignored: other} or {@code unmappable: missing_field}. */
    public static String kind(Mapped mapped) {
        if (mapped instanceof Mapped.Ignored ignored) {
            return "ignored: " + ignored.kind();
        }
        if (mapped instanceof Mapped.Unmappable unmappable) {
            return "unmappable: " + unmappable.reason().code();
        }
        List<String> names = events(mapped).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
        return String.join(", ", names);
    }
}
