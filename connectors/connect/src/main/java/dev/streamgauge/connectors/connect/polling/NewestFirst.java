package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads a listing from its front down to where the last pass began. What changes during a pass moves to the front: it pushes others to later pages, where
 * they are met again, and is itself found by the next pass. So nothing is skipped, and only a pass that is through moves {@code updated_at}.
 */
public final class NewestFirst implements PollStream {

    private static final int REMEMBERED = 5_000;

    private final Listing listing;
    private final PollingMetrics metrics;
    private final Told told = new Told(REMEMBERED);
    private final Deque<Json> pending = new ArrayDeque<>();
    private Cursor cursor;
    /** The page whose items are pending, or that is to be read; null: a new pass begins. */
    private URI page;

    private URI nextPage;
    private String etag;
    private final Instant start;
    private Instant reached;

    /** From a time on; null: everything. */
    public NewestFirst(Listing listing, Instant since, PollingMetrics metrics) {
        this.listing = listing;
        this.metrics = metrics;
        this.start = since;
        this.cursor = Cursor.since(since);
    }

    @Override
    public StreamId id() {
        return listing.id();
    }

    @Override
    public void resume(Cursor from) {
        cursor = from.updatedAt() == null ? from.from(cursor.updatedAt()) : from;
        page = cursor.passUntil() == null || cursor.pageCursor() == null ? null : URI.create(cursor.pageCursor());
        nextPage = page;
    }

    /** How far back in time the pass has come. */
    @Override
    public double progress() {
        if (cursor.passUntil() == null || start == null || reached == null) {
            return 0;
        }
        double whole = Duration.between(start, cursor.passUntil()).toMillis();
        double rest = Duration.between(start, reached).toMillis();
        return whole <= 0 ? 1 : Math.min(1, Math.max(0, 1 - rest / whole));
    }

    @Override
    public Step step() throws ApiException, InterruptedException {
        if (!pending.isEmpty()) {
            return tellOne();
        }
        return page == null ? beginPass() : nextPage == null ? endPass() : readOn();
    }

    private Step beginPass() throws ApiException, InterruptedException {
        URI first = listing.firstPage(floor());
        String known = listing.firstPageTellsAll() ? cursor.etag() : null;
        ApiReply reply = listing.page(first, known);
        if (reply.unchanged()) {
            return new Step(List.of(), cursor, true);
        }
        etag = reply.etag();
        List<Json> items = listing.items(reply);
        cursor = cursor.at(items.isEmpty() ? cursor.updatedAt() : latest(items.get(0)), null);
        return take(first, reply, items);
    }

    private Instant latest(Json newest) throws ApiException {
        Instant changed = changedAt(newest);
        return cursor.updatedAt() != null && cursor.updatedAt().isAfter(changed) ? cursor.updatedAt() : changed;
    }

    private Step readOn() throws ApiException, InterruptedException {
        ApiReply reply = listing.page(nextPage, null);
        cursor = cursor.at(cursor.passUntil(), nextPage.toString());
        return take(nextPage, reply, listing.items(reply));
    }

    private Step take(URI from, ApiReply reply, List<Json> items) throws ApiException {
        page = from;
        nextPage = listing.next(reply);
        for (Json item : items) {
            if (floor() != null && changedAt(item).isBefore(floor())) {
                nextPage = null;
                break;
            }
            pending.add(item);
        }
        return new Step(List.of(), cursor, false);
    }

    // The next look begins before the last one, for the clocks and replicas of the provider do not agree to the second.
    private Instant floor() {
        return cursor.updatedAt() == null ? null : cursor.updatedAt().minus(listing.overlap());
    }

    private Instant changedAt(Json item) throws ApiException {
        try {
            return listing.changedAt(item);
        } catch (UnmappableException e) {
            throw new ApiException.Unavailable(id() + ": " + e.getMessage(), e);
        }
    }

    private Step tellOne() throws ApiException, InterruptedException {
        Json item = pending.peek();
        reached = changedAt(item);
        String version = listing.version(item);
        List<SpecificRecord> events = told.has(version) ? List.of() : events(item);
        told.add(version);
        pending.remove();
        return new Step(events, cursor, false);
    }

    private List<SpecificRecord> events(Json item) throws ApiException, InterruptedException {
        try {
            return listing.events(item);
        } catch (UnmappableException e) {
            metrics.unmappable(id(), e.getMessage());
            return List.of();
        }
    }

    private Step endPass() {
        page = null;
        cursor = cursor.through(cursor.passUntil(), etag);
        return new Step(List.of(), cursor, true);
    }
}
