package dev.streamgauge.processors.telemetry;

import static dev.streamgauge.operators.Metric.Kind.COUNTER;
import static dev.streamgauge.operators.Metric.Kind.GAUGE;
import static dev.streamgauge.operators.Metric.Unit.NUMBER;
import static dev.streamgauge.operators.Metric.Unit.SECONDS;

import dev.streamgauge.operators.Metric;
import java.util.List;
import java.util.stream.Stream;

/** How the processors themselves are. */
public final class ProcessorsMetrics {

    public static final Metric EVENTS = new Metric(
            "streamgauge.events",
            COUNTER,
            NUMBER,
            List.of("topic"),
            "Events that were read, those that are refused too.",
            "It stands still while `streamgauge_events_unread` grows: look at `/readyz`, then at the log.");
    public static final Metric DEAD_LETTERS = new Metric(
            "streamgauge.dead_letters",
            COUNTER,
            NUMBER,
            List.of("reason"),
            "Events that were refused, and are in `dead-letters.v1` with their reason and bytes.",
            "It grows: read the topic; the reasons are told in [events.md](events.md). What is mended can be sent again.");
    public static final Metric EVENT_DELAY = Metric.histogram(
            "streamgauge.event.delay",
            List.of(),
            "From an event's arrival in its topic to its processing.",
            "More than a few seconds: the processors are behind. Add threads or instances, or find out what keeps them.");
    public static final Metric EVENTS_UNREAD = new Metric(
            "streamgauge.events.unread",
            GAUGE,
            NUMBER,
            List.of("topic"),
            "Records of this instance's partitions that it has not read yet.",
            "It grows for minutes: as above. Rules are not evaluated while an instance is behind.");
    public static final Metric EVENTS_HELD = new Metric(
            "streamgauge.events.held",
            GAUGE,
            NUMBER,
            List.of("topic"),
            "Records that nobody can read yet, because a transaction of their producer is open.",
            "See `streamgauge_events_held_age_seconds`.");
    public static final Metric EVENTS_HELD_AGE = new Metric(
            "streamgauge.events.held.age",
            GAUGE,
            SECONDS,
            List.of("topic"),
            "For how long the oldest of them has been held back, as far as this instance has seen.",
            "Minutes: a producer has left a transaction open, and readers wait for it without an error. `kafka-transactions.sh find-hanging` finds it, `abort` ends it. `/readyz` tells of it from the second minute on.");
    public static final Metric BROKERS_ANSWER = new Metric(
            "streamgauge.brokers.answer",
            GAUGE,
            NUMBER,
            List.of(),
            "1 if the brokers answered when they were last asked, each 15 seconds; 0 if not.",
            "0: nothing is processed until they do. `/readyz` says what they said.");
    public static final Metric THREAD_IDLE = new Metric(
            "streamgauge.thread.idle",
            GAUGE,
            SECONDS,
            List.of(),
            "For how long the thread has not asked Kafka for events that has not for the longest time.",
            "Above `max.poll.interval.ms` (5 minutes) it is stuck: `/livez` fails, and the process ends.");
    public static final Metric THREAD_FAILURES = new Metric(
            "streamgauge.thread.failures",
            COUNTER,
            NUMBER,
            List.of("kind"),
            "Threads that failed and were replaced: `retriable` if something did not answer (the registry, a broker), else `failure`.",
            "`failure` grows: a bug or a broken disk, see the log. The sixth within ten minutes ends the process.");
    public static final Metric RESTORE_PARTITIONS = new Metric(
            "streamgauge.restore.partitions",
            GAUGE,
            NUMBER,
            List.of(),
            "Parts of the state that are being read again.",
            "Above 0 for longer than [the sizes](../load-tests/results) say: the state's directory was lost, or does not survive a restart.");
    public static final Metric RESTORE_REMAINING = new Metric(
            "streamgauge.restore.remaining",
            GAUGE,
            NUMBER,
            List.of(),
            "Records that have to be read for that.",
            "It does not shrink: look at the brokers.");
    public static final Metric RULES_VERSION = new Metric(
            "streamgauge.rules.version",
            GAUGE,
            NUMBER,
            List.of("version"),
            "Always 1; the label says which rules are in force.",
            "Instances differ for more than a minute: one of them cannot read `rules.v1`, or could not use what is in it. Its log says which.");
    public static final Metric PAST = new Metric(
            "streamgauge.observations.past",
            COUNTER,
            NUMBER,
            List.of("metric"),
            "What was left out of the histograms and counters of delivery because it had ended more than a day before it was processed, as in a backfill.",
            "It grows without a backfill: events come late.");

    private ProcessorsMetrics() {}

    /** All of the processors', in the order of the documentation. */
    public static List<Metric> all() {
        return Stream.concat(
                        DeliveryMetrics.ALL.stream(),
                        Stream.of(
                                EVENTS,
                                DEAD_LETTERS,
                                EVENT_DELAY,
                                EVENTS_UNREAD,
                                EVENTS_HELD,
                                EVENTS_HELD_AGE,
                                BROKERS_ANSWER,
                                THREAD_IDLE,
                                THREAD_FAILURES,
                                RESTORE_PARTITIONS,
                                RESTORE_REMAINING,
                                RULES_VERSION,
                                PAST))
                .toList();
    }
}
