package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A list that an API gives page by page, what was changed last first. */
public interface Listing {

    /** Which stream it is. */
    StreamId id();

    /**
     * The address of the first page.
     *
     * @param since what was changed before is not wanted; null: everything is
     */
    URI firstPage(Instant since);

    /** The page that stands there. */
    ApiReply page(URI address, String etag) throws ApiException, InterruptedException;

    /** What is on a page. */
    default List<Json> items(ApiReply page) {
        return page.body() == null ? List.of() : page.body().list();
    }

    /** The address of the page after; null: there is none. */
    default URI next(ApiReply page) {
        return page.next();
    }

    /** By what the list is ordered. */
    Instant changedAt(Json item) throws UnmappableException;

    /** What stands for this state of the item: if it was told, it is not told again. Null: tell it in any case. */
    String version(Json item);

    /** What the item means; it may take more calls. None, if it tells nothing that is measured. */
    List<SpecificRecord> events(Json item) throws ApiException, UnmappableException, InterruptedException;

    /** How far behind the last pass a pass looks again, for what came late or changes without moving to the front. */
    Duration overlap();

    /** Whether an unchanged first page says that nothing has changed at all. */
    default boolean firstPageTellsAll() {
        return true;
    }
}
