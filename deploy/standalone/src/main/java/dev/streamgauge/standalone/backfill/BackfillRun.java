package dev.streamgauge.standalone.backfill;

import dev.streamgauge.connectors.connect.backfill.Backfill;
import dev.streamgauge.connectors.connect.backfill.Backfill.Turn;
import dev.streamgauge.connectors.connect.backfill.BackfillCursor;
import dev.streamgauge.connectors.connect.backfill.BackfillProgress;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.standalone.pipeline.EventWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/** Reads the past and writes it. When it is closed, whenever that is, its place is saved: what is saved is in the topics. */
public final class BackfillRun implements AutoCloseable {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Backfill backfill;
    private final EventWriter writer;
    private final StateFile state;
    private final BackfillView view;
    private final Clock clock = Clock.systemUTC();
    private final List<String> leftOut = new ArrayList<>();
    private BackfillCursor written;
    private Instant saved = clock.instant();
    private boolean closed;

    /** @param view told how it goes */
    public BackfillRun(Backfill backfill, EventWriter writer, StateFile state, BackfillView view) {
        this.backfill = backfill;
        this.writer = writer;
        this.state = state;
        this.view = view;
        this.written = backfill.cursor();
    }

    /**
     * Reads everything.
     *
     * @throws ApiException.Refused if the provider refuses the credentials
     */
    public void finish() throws ApiException.Refused, InterruptedException {
        for (Turn turn = backfill.next(); !(turn instanceof Turn.Finished); turn = backfill.next()) {
            if (turn instanceof Turn.Events found) {
                write(found.events());
            } else if (turn instanceof Turn.LeftOut without) {
                leftOut.add(without.stream() + ": " + without.message());
            } else if (turn instanceof Turn.Wait wait) {
                await(wait);
            }
            view.at(backfill.progress());
        }
    }

    // Whoever closes it meanwhile waits until all of this is written, or does not see it.
    private synchronized void write(List<SpecificRecord> events) {
        if (closed) {
            return;
        }
        events.forEach(event -> writer.write(event, null));
        written = backfill.cursor();
        if (Duration.between(saved, clock.instant()).compareTo(SAVE_EVERY) >= 0) {
            save();
        }
    }

    private void save() {
        writer.flush();
        state.save(written);
        saved = clock.instant();
    }

    private void await(Turn.Wait wait) throws InterruptedException {
        while (clock.instant().isBefore(wait.until())) {
            view.waits(backfill.progress(), wait);
            Duration left = Duration.between(clock.instant(), wait.until());
            TimeUnit.MILLISECONDS.sleep(Math.max(1, Math.min(left.toMillis(), LOOK_EVERY.toMillis())));
        }
    }

    /** How it went. */
    public BackfillProgress progress() {
        return backfill.progress();
    }

    /** The streams that the provider does not give us, with its reasons. */
    public List<String> leftOut() {
        return leftOut;
    }

    @Override
    public void close() {
        backfill.close();
        synchronized (this) {
            if (!closed) {
                closed = true;
                save();
            }
        }
    }
}
