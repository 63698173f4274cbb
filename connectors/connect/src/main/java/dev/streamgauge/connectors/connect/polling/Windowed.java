package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What an API lists by the time of creation, and only so many of it. */
public interface Windowed {

    StreamId id();

    /** How many the API gives of a window at most. */
    int ceiling();

    /** The first page of what was created from one second to another, both included. */
    URI firstPage(Instant from, Instant to);

    ApiReply page(URI address) throws ApiException, InterruptedException;

    /** How many the window holds; null: the page does not say. */
    Integer total(ApiReply page);

    List<Json> items(ApiReply page);

    /** What tells the item from others. */
    String key(Json item);

    /** What stands for this state of it: if it was told, it is not told again. */
    String version(Json item);

    /** Whether it will not change, as far as one can know. */
    boolean ended(Json item);

    /** The item as it is now. */
    Json again(String key) throws ApiException, InterruptedException;

    /** What it means; it may take more calls. */
    List<SpecificRecord> events(Json item) throws ApiException, UnmappableException, InterruptedException;
}
