package dev.streamgauge.connectors.connect.backfill;

import dev.streamgauge.connectors.connect.polling.Outcome;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.Polling;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Source;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.Sources;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the past once. Whoever uses it calls {@link #next} until it is finished, writes what it gives, and saves {@link #cursor} afterwards; a run that begins
 * with a saved cursor repeats at most a page of each stream. One thread's; only {@link #close} may come from another.
 */
public final class Backfill implements AutoCloseable {

    private static final Duration NEVER_AGAIN = Duration.ofDays(3650);

    private final Source source;
    private final Clock clock;
    private final Polling polling;
    private final Map<StreamId, PollStream> streams = new LinkedHashMap<>();
    private final Map<StreamId, BackfillCursor.Place> places = new LinkedHashMap<>();
    private final BackfillCursor begin;
    private final Instant started;
    private Double fractionAtStart;
    private boolean looked;
    private long events;

    /** What a call of {@link #next} brought. */
    public sealed interface Turn {

        /** Events to be written; perhaps none. */
        record Events(List<SpecificRecord> events) implements Turn {}

        /** Nothing can be asked before a time: the budget of calls is spent, or the provider has trouble. */
        record Wait(Instant until, boolean limited) implements Turn {}

        /** A stream that the provider does not give us is left out. */
        record LeftOut(StreamId stream, String message) implements Turn {}

        /** Everything was told. */
        record Finished() implements Turn {}
    }

    Backfill(Source source, BackfillCursor begin, Clock clock, PollingMetrics metrics) {
        this.source = source;
        this.begin = begin;
        this.clock = clock;
        this.started = clock.instant();
        this.polling = new Polling(NEVER_AGAIN, clock, RandomGenerator.getDefault(), metrics);
    }

    /** From a time on. The settings' own {@code since} is not looked at. */
    public static Backfill of(SourceSettings settings, Instant since) {
        return resumed(settings, BackfillCursor.begin(since));
    }

    /** On from a saved cursor. */
    public static Backfill resumed(SourceSettings settings, BackfillCursor saved) {
        SourceSettings.Pace pace = settings.pace();
        SourceSettings own = new SourceSettings(
                settings.provider(),
                settings.access(),
                settings.scope(),
                new SourceSettings.Pace(
                        saved.since(), pace.interval(), pace.lookback(), pace.timeout(), pace.reserve()),
                settings.rules());
        PollingMetrics metrics = new PollingMetrics();
        Clock clock = Clock.systemUTC();
        return new Backfill(Sources.of(own, clock, metrics), saved, clock, metrics);
    }

    /**
     * The next few calls' worth.
     *
     * @throws ApiException.Refused if the credentials are refused, or the list of repositories is
     */
    public Turn next() throws ApiException.Refused, InterruptedException {
        if (!looked) {
            return look();
        }
        if (places.values().stream().allMatch(BackfillCursor.Place::done)) {
            return new Turn.Finished();
        }
        Outcome outcome = polling.turn();
        if (outcome instanceof Outcome.Done done) {
            return told(done);
        }
        if (outcome instanceof Outcome.Refused refused) {
            places.computeIfPresent(refused.stream(), (id, place) -> new BackfillCursor.Place(place.cursor(), true));
            return new Turn.LeftOut(refused.stream(), refused.message());
        }
        Outcome.Idle idle = (Outcome.Idle) outcome;
        return new Turn.Wait(idle.until(), idle.limited());
    }

    private Turn look() throws ApiException.Refused, InterruptedException {
        try {
            for (String repository : source.repositories()) {
                source.streams(repository).forEach(this::add);
            }
            looked = true;
            fractionAtStart = fraction();
            return new Turn.Events(List.of());
        } catch (ApiException.Refused e) {
            throw e;
        } catch (ApiException.Limited e) {
            return new Turn.Wait(e.until(), true);
        } catch (ApiException e) {
            return new Turn.Wait(clock.instant().plusSeconds(10), false);
        }
    }

    private void add(PollStream stream) {
        StreamId id = stream.id();
        BackfillCursor.Place place = begin.of(id);
        streams.put(id, stream);
        places.put(id, place);
        if (!place.done()) {
            polling.add(stream, place.cursor());
        }
    }

    private Turn told(Outcome.Done done) {
        boolean before = places.get(done.stream()).done();
        places.put(
                done.stream(),
                new BackfillCursor.Place(
                        done.step().cursor(), before || done.step().passDone()));
        events += done.step().events().size();
        return new Turn.Events(done.step().events());
    }

    /** How far it is, when everything that was given has been written. */
    public BackfillCursor cursor() {
        return looked ? new BackfillCursor(begin.since(), places) : begin;
    }

    /** How it goes. */
    public BackfillProgress progress() {
        int done = (int)
                places.values().stream().filter(BackfillCursor.Place::done).count();
        return new BackfillProgress(
                new BackfillProgress.Streams(done, places.size()), fraction(), events, source.budget(), eta());
    }

    private double fraction() {
        return places.entrySet().stream()
                .mapToDouble(place -> place.getValue().done()
                        ? 1
                        : streams.get(place.getKey()).progress())
                .average()
                .orElse(looked ? 1 : 0);
    }

    private Duration eta() {
        double since = fractionAtStart == null ? 0 : fraction() - fractionAtStart;
        if (since < 0.01) {
            return null;
        }
        Duration sofar = Duration.between(started, clock.instant());
        Duration rest = Duration.ofMillis((long) (sofar.toMillis() * (1 - fraction()) / since));
        Instant blocked = source.budget().blockedUntil();
        boolean waits = blocked != null && blocked.isAfter(clock.instant());
        return waits ? rest.plus(Duration.between(clock.instant(), blocked)) : rest;
    }

    @Override
    public void close() {
        source.close();
    }
}
