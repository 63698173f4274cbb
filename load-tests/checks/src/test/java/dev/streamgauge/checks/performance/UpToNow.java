package dev.streamgauge.checks.performance;

import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The past of a simulated organisation. It ends a moment ago, at most a weekend, so that things wait in queues, and rules have something to evaluate.
 *
 * @param repositories how many there are; their changes are as many in any case
 */
record UpToNow(int repositories) {

    /** In all repositories together. */
    private static final double CHANGES_PER_DAY = 1_600;

    /** Longer than anybody would read. */
    private static final Duration LENGTH = Duration.ofDays(365);

    /** The last events of it, so many, in the order of arrival. */
    Iterator<Emission> events(long count) {
        Instant now = Instant.now();
        Instant start = now.truncatedTo(ChronoUnit.HOURS);
        Duration late = late(start, count, now);
        while (!late.isNegative()) { // It keeps office hours: to begin earlier changes more than all times.
            start = start.minus(Duration.ofHours(late.toHours() + 1));
            late = late(start, count, now);
        }
        return from(start).limit(count).iterator();
    }

    /** How long after an instant the last of so many events comes. */
    private Duration late(Instant start, long count, Instant now) {
        return Duration.between(
                now, from(start).skip(count - 1).findFirst().orElseThrow().at());
    }

    private Stream<Emission> from(Instant start) {
        Iterable<Emission> organisation = Organisation.of(GeneratorConfig.of(42)
                .withRepositories(repositories)
                .withStart(start)
                .withLength(LENGTH)
                .withChangesPerDay(CHANGES_PER_DAY / repositories));
        return StreamSupport.stream(organisation.spliterator(), false);
    }
}
