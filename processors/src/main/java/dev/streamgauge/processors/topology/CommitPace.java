package dev.streamgauge.processors.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When tasks ask for a commit. What has just arrived is committed soon. While a task is behind, it is left to Kafka Streams' own, longer
 * interval: who has waited for minutes does not notice a second, and what happens to a row between two commits is written once.
 */
public final class CommitPace {

    /** Leaves it to Kafka Streams at all times. */
    public static final CommitPace KAFKAS = new CommitPace(null);

    /** What has waited for longer than this and the interval, from its arrival until it might be committed, is part of a backlog. */
    static final Duration BEHIND = Duration.ofSeconds(2);

    private static final int LOOKS = 5;

    private final Duration interval;

    // A thread commits all its tasks at once, so it need not be asked by each of them.
    private final ThreadLocal<Long> lastAsked = ThreadLocal.withInitial(() -> 0L);

    /** @param interval between two commits; null: nobody asks for one */
    public CommitPace(Duration interval) {
        this.interval = interval;
    }

    /** Of a task that begins. */
    Asking start(ProcessorContext<?, ?> context, Stint stint) {
        Asking asking = asking(context::commit);
        if (interval != null) {
            stint.every(Duration.ofMillis(Math.max(1, interval.toMillis() / LOOKS)), asking::look);
        }
        return asking;
    }

    Asking asking(Runnable commit) {
        return new Asking(commit);
    }

    /** What a task has processed, and not yet asked for a commit of. */
    final class Asking {

        private static final long NOTHING = Long.MIN_VALUE;

        private final Runnable commit;
        private long newest = NOTHING;

        private Asking(Runnable commit) {
            this.commit = commit;
        }

        /**
         * There is something to commit.
         *
         * @param arrival when it arrived, epoch milliseconds
         */
        void processed(long arrival) {
            newest = Math.max(newest, arrival);
        }

        void look(long now) {
            boolean prompt =
                    newest != NOTHING && now - newest <= BEHIND.plus(interval).toMillis();
            if (prompt && now - lastAsked.get() >= interval.toMillis()) {
                lastAsked.set(now);
                newest = NOTHING;
                commit.run();
            }
        }
    }
}
