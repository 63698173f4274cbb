package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads by windows of creation what an API lists only so. A pass begins a little before where the last one ended; once an hour it begins further back, where
 * something that had ended may have begun anew. What has not ended is asked for by itself in every pass.
 */
public final class Windows implements PollStream {

    private static final int REMEMBERED = 20_000;
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS_BACK = Duration.ofHours(1);
    /** No provider keeps longer what is read so. */
    private static final Duration EVERYTHING = Duration.ofDays(400);

    private final Windowed source;
    private final WindowReader reader;
    private final Duration lookback;
    private final Clock clock;
    private final PollingMetrics metrics;
    private final Instant since;
    private final Told told = new Told(REMEMBERED);
    private final Set<String> open = new LinkedHashSet<>();
    private final Deque<String> asked = new ArrayDeque<>();
    private final Deque<Json> pending = new ArrayDeque<>();
    private Cursor cursor;
    private Instant lookedBack = Instant.MIN;
    private boolean underWay;

    /**
     * From a time on.
     *
     * @param since null: everything that the provider still has
     */
    public Windows(Windowed source, Instant since, Duration lookback, Clock clock, PollingMetrics metrics) {
        this.source = source;
        this.reader = new WindowReader(source);
        this.lookback = lookback;
        this.clock = clock;
        this.metrics = metrics;
        this.since = since == null ? clock.instant().minus(EVERYTHING) : since;
        this.cursor = Cursor.since(this.since);
    }

    @Override
    public StreamId id() {
        return source.id();
    }

    @Override
    public void resume(Cursor from) {
        cursor = from.updatedAt() == null ? from.from(cursor.updatedAt()) : from;
    }

    @Override
    public double progress() {
        double whole = Duration.between(since, clock.instant()).toMillis();
        return whole <= 0
                ? 1
                : Math.min(1, Duration.between(since, cursor.updatedAt()).toMillis() / whole);
    }

    @Override
    public Step step() throws ApiException, InterruptedException {
        if (!pending.isEmpty()) {
            return tell(pending.peek());
        }
        if (!underWay) {
            begin(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        if (!asked.isEmpty()) {
            pending.add(source.again(asked.peek()));
            asked.remove();
            return nothing(false);
        }
        advance();
        if (!reader.isDone()) {
            pending.addAll(reader.read());
            return nothing(false);
        }
        underWay = false;
        return nothing(true);
    }

    private void begin(Instant now) {
        boolean back = lookedBack.equals(Instant.MIN) || !now.isBefore(lookedBack.plus(BETWEEN_LOOKS_BACK));
        Instant from = cursor.updatedAt().minus(back ? lookback : OVERLAP).truncatedTo(ChronoUnit.SECONDS);
        Instant begin = from.isBefore(since) ? since.truncatedTo(ChronoUnit.SECONDS) : from;
        reader.plan(new Window(begin.isAfter(now) ? now : begin, now));
        lookedBack = back ? now : lookedBack;
        asked.addAll(open);
        underWay = true;
    }

    private Step tell(Json item) throws ApiException, InterruptedException {
        String version = source.version(item);
        List<SpecificRecord> events = told.has(version) ? List.of() : events(item);
        told.add(version);
        if (source.ended(item)) {
            open.remove(source.key(item));
        } else {
            open.add(source.key(item));
        }
        pending.remove();
        return new Step(events, cursor, false);
    }

    private List<SpecificRecord> events(Json item) throws ApiException, InterruptedException {
        try {
            return source.events(item);
        } catch (UnmappableException e) {
            metrics.unmappable(id(), e.getMessage());
            return List.of();
        }
    }

    /** Everything that was read has been told. */
    private void advance() {
        Window finished = reader.finished();
        if (finished != null && finished.to().isAfter(cursor.updatedAt())) {
            cursor = cursor.from(finished.to());
        }
    }

    private Step nothing(boolean done) {
        return new Step(List.of(), cursor, done);
    }
}
