package dev.streamgauge.standalone.deliveries;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.streamgauge.connectors.files.LineMeaning;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Lines that are events, or webhooks that somebody captured: these have a {@code body} and no {@code type}. One thread's. */
public final class CapturedLines implements LineMeaning {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> BODIES = Set.of(CapturedWebhook.BODY, CapturedWebhook.BODY_BASE64);

    private final Mapping mapping;
    private long deliveries;
    private long events;
    private long ignored;

    public CapturedLines(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public List<SpecificRecord> of(byte[] line) throws BadEventException {
        if (!isCaptured(line)) {
            return List.of(EventJson.parse(line));
        }
        deliveries++;
        CapturedWebhook captured = CapturedWebhook.parse(line);
        Mapped mapped = mapping.map(captured.provider(), captured.delivery());
        if (mapped instanceof Mapped.Unmappable problem) {
            throw new BadEventException(problem.reason(), problem.message());
        }
        if (mapped instanceof Mapped.Events told) {
            events += told.events().size();
            return told.events();
        }
        ignored++;
        return List.of();
    }

    /** How many of the lines were deliveries. */
    public long deliveries() {
        return deliveries;
    }

    /** What became of the deliveries, in a line for people. */
    public String says() {
        return "%,d deliveries gave %,d events; %,d of them told nothing that is measured"
                .formatted(deliveries, events, ignored);
    }

    // A line of an event is known by its first field and is not parsed twice.
    private static boolean isCaptured(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (name.equals("type") || BODIES.contains(name)) {
                    return !name.equals("type");
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false; // EventJson says what is wrong with it.
        }
    }
}
