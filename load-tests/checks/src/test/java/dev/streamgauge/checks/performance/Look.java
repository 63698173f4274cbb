package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.schemas.Topics;
import java.util.concurrent.ExecutionException;

/**
 * How far the processors are at a moment.
 *
 * @param total how many events there were just after it
 */
record Look(Sample sample, long total) {

    /** Throws if they have ended by themselves. */
    static Look at(Field field, Running running) throws ExecutionException, InterruptedException {
        running.requireAlive();
        long done = field.tracker(Topics.events()).done(running.group());
        Sample sample = Sample.of(done, running.process().pid(), field.brokerPid());
        return new Look(sample, field.tracker(Topics.events()).total());
    }

    /** How many events are not committed yet; no less. */
    long behind() {
        return total - sample.done();
    }

    /** How many events have come in a second since an earlier look. */
    double sentPerSecond(Look earlier) {
        return (total - earlier.total) * 1e9 / (sample.nanos() - earlier.sample.nanos());
    }
}
