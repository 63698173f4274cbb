package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** What most lists of most APIs have in common: they are ordered by {@code updated_at}, and name their next page. */
public abstract class UsualListing implements Listing {

    /** The clocks and replicas of a provider agree within this. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final Api api;
    private final StreamId id;

    protected UsualListing(Api api, StreamId id) {
        this.api = api;
        this.id = id;
    }

    /** A state of an item: what it is, and when it became so. */
    protected static String state(Json item) {
        return item.textOrNull("id") + "@" + item.textOrNull("updated_at");
    }

    @Override
    public final StreamId id() {
        return id;
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
        return state(item);
    }

    @Override
    public Duration overlap() {
        return OVERLAP;
    }
}
