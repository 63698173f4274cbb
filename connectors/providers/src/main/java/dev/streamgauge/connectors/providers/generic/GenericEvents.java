package dev.streamgauge.connectors.providers.generic;

import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Reads events in our own form, and fills in what only this door knows. */
final class GenericEvents {

    private final Stamp stamp;

    GenericEvents(Stamp stamp) {
        this.stamp = stamp;
    }

    SpecificRecord event(String text) throws UnmappableException {
        try {
            SpecificRecord event = EventJson.parse(text);
            complete(event, Json.parse(text.getBytes(StandardCharsets.UTF_8)));
            refuseAddresses(event);
            return event;
        } catch (BadEventException e) {
            throw new UnmappableException(e.reason(), e.getMessage(), e.advice());
        }
    }

    /** The reader's own defaults are those of a file. When it arrived is for the door to say, whatever the sender thinks. */
    private void complete(SpecificRecord event, Json said) {
        String id = stamp.nextId();
        put(event, "received_at", stamp.receivedAt());
        if (!said.has("event_id")) {
            put(event, "event_id", id);
        }
        if (!said.has("source")) {
            put(event, "source", "generic");
        }
    }

    private static void put(SpecificRecord event, String field, Object value) {
        event.put(event.getSchema().getField(field).pos(), value);
    }

    /** People are stable identifiers in events. An address that got through here would be in the topics for ever; it is not told in the message either. */
    private static void refuseAddresses(SpecificRecord event) throws UnmappableException {
        if (people(event).anyMatch(person -> person != null && person.matches(".+@.+[.].+"))) {
            throw new UnmappableException(
                    Refusal.BAD_VALUE, "an author or reviewer is an e-mail address, a stable identifier was expected");
        }
    }

    private static Stream<String> people(SpecificRecord event) {
        if (event instanceof CommitPushed push) {
            return push.getCommits().stream().map(Commit::getAuthor);
        }
        if (event instanceof ReviewChanged request) {
            return Stream.concat(
                    Stream.of(request).map(ReviewChanged::getAuthor),
                    request.getReviews().stream().map(Review::getReviewer));
        }
        return Stream.of();
    }
}
