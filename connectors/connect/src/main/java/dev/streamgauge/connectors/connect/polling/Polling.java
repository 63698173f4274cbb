package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Runs streams in turn: the one that waits longest first. It never sleeps; whoever turns it waits as it says. One thread's. */
public final class Polling {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(30);

    private final List<Turn> turns = new ArrayList<>();
    private final Duration interval;
    private final Clock clock;
    private final RandomGenerator random;
    private final PollingMetrics metrics;

    private static final class Turn {
        private final PollStream stream;
        private Cursor cursor;
        private Instant due;
        private int failures;

        private Turn(PollStream stream, Cursor cursor, Instant due) {
            this.stream = stream;
            this.cursor = cursor;
            this.due = due;
        }
    }

    /**
     * An empty wheel.
     *
     * @param interval between a stream's passes
     */
    public Polling(Duration interval, Clock clock, RandomGenerator random, PollingMetrics metrics) {
        this.interval = interval;
        this.clock = clock;
        this.random = random;
        this.metrics = metrics;
    }

    /** Runs this stream too, from a cursor on. */
    public void add(PollStream stream, Cursor from) {
        stream.resume(from);
        turns.add(new Turn(stream, from, clock.instant()));
    }

    /**
     * Does one step of one stream, if one is due.
     *
     * @throws ApiException.Refused if the credentials are refused: nothing would work before somebody mends them. All other trouble is waited out
     */
    public Outcome turn() throws ApiException.Refused, InterruptedException {
        Instant now = clock.instant();
        Turn turn = turns.stream().min(Comparator.comparing(each -> each.due)).orElse(null);
        if (turn == null || turn.due.isAfter(now)) {
            return new Outcome.Idle(turn == null ? now.plus(interval) : turn.due, false);
        }
        return turn(turn, now);
    }

    private Outcome turn(Turn turn, Instant now) throws ApiException.Refused, InterruptedException {
        try {
            return done(turn, turn.stream.step());
        } catch (ApiException.Limited e) {
            metrics.limited(e);
            return new Outcome.Idle(e.until(), true);
        } catch (ApiException.Refused e) {
            if (e.ofCredentials()) {
                throw e;
            }
            turn.due = now.plus(AFTER_REFUSAL);
            metrics.refused(turn.stream.id(), e, AFTER_REFUSAL);
            return new Outcome.Refused(turn.stream.id(), e.getMessage());
        } catch (ApiException.Unavailable e) {
            Duration pause = pause(turn.failures++);
            turn.due = now.plus(pause);
            metrics.failed(turn.stream.id(), e, pause);
        } catch (ApiException e) {
            throw new IllegalStateException("no other kind is known", e);
        }
        return new Outcome.Idle(now, false);
    }

    private Outcome done(Turn turn, Step step) {
        Cursor before = turn.cursor;
        turn.cursor = step.cursor();
        turn.failures = 0;
        turn.due = step.passDone() ? clock.instant().plus(jittered(interval)) : clock.instant();
        metrics.told(step.events().size());
        return new Outcome.Done(turn.stream.id(), before, step);
    }

    private Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 20));
        return jittered(doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
    }

    // Tasks that failed together must not come back together.
    private Duration jittered(Duration whole) {
        long half = whole.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
