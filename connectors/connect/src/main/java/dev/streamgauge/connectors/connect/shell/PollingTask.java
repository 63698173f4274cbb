package dev.streamgauge.connectors.connect.shell;

import dev.streamgauge.connectors.connect.polling.Cursor;
import dev.streamgauge.connectors.connect.polling.Outcome;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.Polling;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Source;
import dev.streamgauge.connectors.connect.polling.Sources;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.schemas.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Polls some repositories. {@link #poll} comes back within seconds, whatever the API does. */
public final class PollingTask extends SourceTask {

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Clock clock = Clock.systemUTC();
    private final PollingMetrics metrics = new PollingMetrics();
    private volatile Source source;
    private Polling polling;
    private Records records;

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public void start(Map<String, String> settings) {
        ShellConfig config = new ShellConfig(Flavour.named(settings.get(Keys.TASK_PROVIDER)), settings);
        source = Sources.of(config.settings(clock), clock, metrics);
        records = new Records(config.topicPrefix());
        polling = new Polling(config.interval(), clock, RandomGenerator.getDefault(), metrics);
        TaskMetrics.register(context, metrics, source);
        List<PollStream> streams = ShellConfig.taskRepositories(settings).stream()
                .flatMap(repository -> source.streams(repository).stream())
                .toList();
        resume(streams);
    }

    // Offsets are read once: what Connect has committed lags behind what was polled, and would have it polled twice.
    private void resume(List<PollStream> streams) {
        Map<Map<String, String>, Map<String, Object>> known = context.offsetStorageReader()
                .offsets(streams.stream().map(stream -> stream.id().toMap()).toList());
        streams.forEach(
                stream -> polling.add(stream, Cursor.of(known.get(stream.id().toMap()))));
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> batch = new ArrayList<>();
        Instant end = clock.instant().plus(TURN);
        while (batch.size() < BATCH && clock.instant().isBefore(end) && stopping.getCount() > 0) {
            Outcome outcome = turn();
            if (outcome instanceof Outcome.Done done) {
                batch.addAll(records.of(done));
            } else if (outcome instanceof Outcome.Idle idle && rest(idle, end, batch.isEmpty())) {
                break;
            }
        }
        return batch.isEmpty() ? null : batch;
    }

    private Outcome turn() throws InterruptedException {
        try {
            return polling.turn();
        } catch (ApiException.Refused e) {
            throw new ConnectException(e.getMessage() + ". Polling stops until the connector is restarted", e);
        }
    }

    /** Waits for what is next; true if that is for another call of {@link #poll}. */
    private boolean rest(Outcome.Idle idle, Instant end, boolean empty) throws InterruptedException {
        Instant now = clock.instant();
        if (!idle.until().isAfter(now)) {
            return false;
        }
        if (!empty) {
            return true;
        }
        Instant until = idle.until().isBefore(end) ? idle.until() : end;
        return stopping.await(Math.max(1, Duration.between(now, until).toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Comes from another thread. */
    @Override
    public void stop() {
        stopping.countDown();
        Source used = source;
        if (used != null) {
            used.close();
        }
    }
}
