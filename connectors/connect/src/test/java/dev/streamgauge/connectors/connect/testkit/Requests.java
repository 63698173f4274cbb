package dev.streamgauge.connectors.connect.testkit;

import dev.streamgauge.connectors.connect.polling.Listing;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.ReviewChanged;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The plainest listing: requests of a number and a time, without details. */
public record Requests(Api api, Duration overlap) implements Listing {

    public static final StreamId ID = new StreamId("github", "github.com", "acme/shop", "pulls");

    /** A request as the list shows it. */
    public static String item(int number, String changedAt) {
        return "{\"number\":%d,\"updated_at\":\"%s\"}".formatted(number, changedAt);
    }

    @Override
    public StreamId id() {
        return ID;
    }

    @Override
    public URI firstPage(Instant since) {
        return api.at("/requests?per_page=3");
    }

    @Override
    public ApiReply page(URI address, String etag) throws ApiException, InterruptedException {
        return api.get(address, etag);
    }

    @Override
    public Instant changedAt(Json item) throws UnmappableException {
        return item.time("updated_at");
    }

    @Override
    public String version(Json item) {
        return item.textOrNull("number") + "@" + item.textOrNull("updated_at");
    }

    @Override
    public List<SpecificRecord> events(Json item) throws UnmappableException {
        Instant changed = changedAt(item);
        return List.of(ReviewChanged.newBuilder()
                .setEventId("e")
                .setSource("github")
                .setRepository("github.com/acme/shop")
                .setRequest(item.text("number"))
                .setState("open")
                .setOccurredAt(changed)
                .setReceivedAt(changed)
                .build());
    }
}
