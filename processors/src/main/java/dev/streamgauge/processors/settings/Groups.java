package dev.streamgauge.processors.settings;

import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.Setting;
import dev.streamgauge.settings.flat.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings as they are written. */
final class Groups {

    /** In the order of the documentation. Those of the queues come last. */
    static final List<Class<? extends Record>> ALL =
            List.of(Home.class, Work.class, Copies.class, Watching.class, Telling.class, Choices.class);

    static final String EXPIRE = "queues.expire.";

    private Groups() {}

    record Home(
            @Setting(
                    name = "processors.state.dir",
                    meaning =
                            "Where the state is kept, apart for each instance. A directory that nobody cleans up: what is missing is read again from Kafka, which takes its time. Required.")
            Path state,

            @Setting(
                    name = "processors.instance.id",
                    meaning =
                            "What the others know this instance by, another for each, and the same after a restart. Left out: a name that is kept in the directory of the state.")
            String instanceId,

            @Setting(
                    name = ProcessorsConfig.MANAGEMENT_LISTEN,
                    otherwise = "127.0.0.1:8093",
                    meaning = "Where to answer `/livez`, `/readyz` and `/metrics`. Not for the internet.")
            Address management) {}

    record Work(
            @Setting(
                    name = "processors.threads",
                    otherwise = "1",
                    meaning =
                            "How many threads work. All instances together need no more than the event topics have partitions.")
            int threads,

            @Setting(
                    name = "processors.commit.interval.ms",
                    otherwise = "100",
                    meaning =
                            "How long results wait to be visible, in milliseconds; below `producer.transaction.timeout.ms` (10000). More is less work for the brokers.")
            int commitMs,

            @Setting(
                    name = "processors.catch.up.commit.interval.ms",
                    otherwise = "1000",
                    meaning =
                            "The same while what is read has waited for more than two seconds, if it is longer: catching up is cheaper with fewer commits. Set it to the other one to have all at one pace.")
            int catchUpMs,

            @Setting(
                    name = "processors.recent.rows",
                    otherwise = "500",
                    meaning = "How many unchanged rows of each table stay in memory, for each partition.")
            int recentRows,

            @Setting(
                    name = "forget.after",
                    meaning =
                            "How long what is over is [remembered](memory.md), at least `2d`. Left out: for ever, and the state grows for ever.")
            Duration forgetAfter) {}

    record Copies(
            @Setting(
                    name = "processors.standbys",
                    otherwise = "1",
                    meaning =
                            "Copies of the state on other instances, so that another can go on at once. `0` for a single one.")
            Integer standbys,

            @Setting(
                    name = "processors.replication.factor",
                    meaning = "Replicas of the topics in which the state is kept. Left out: the brokers' own number.")
            Short replicationFactor) {}

    record Watching(
            @Setting(
                    name = "watch.enabled",
                    otherwise = "true",
                    meaning = "Whether queues are kept and rules are evaluated ([alerting.md](alerting.md)).")
            Boolean enabled,

            @Setting(
                    name = "watch.interval",
                    otherwise = "10s",
                    meaning = "How often queues are looked at, and rules evaluated.")
            Duration interval,

            @Setting(
                    name = "watch.refresh",
                    otherwise = "5m",
                    meaning = "How often a queue that is not empty is published though nothing but its ages changed.")
            Duration refresh,

            @Setting(
                    name = "watch.history",
                    otherwise = "1h",
                    meaning = "An event that was received so long after its latest time is history: it pages nobody.")
            Duration history,

            @Setting(
                    name = "watch.settle",
                    otherwise = "10m",
                    meaning = "For so long after history nothing of its repository is evaluated.")
            Duration settle) {}

    record Telling(
            @Setting(
                    name = "processors.metrics.enabled",
                    otherwise = "true",
                    meaning =
                            "Whether [metrics of delivery](operations.md#metrics) are at `/metrics`, beside those of the processors themselves.")
            Boolean enabled,

            @Setting(
                    name = "processors.metrics.repositories",
                    meaning =
                            "Patterns of repositories that these tell apart by the label `vcs_repository_url_full`, with `*` and `?`, separated by commas; the rest is `other`. Left out: no such label.")
            Texts repositories,

            @Setting(
                    name = "processors.metrics.limit",
                    otherwise = "200",
                    meaning =
                            "How many combinations of workflow and repository each of them may tell apart; the rest is `other`.")
            int limit) {}

    /** What {@code docs/metrics.md} leaves to choose. */
    record Choices(
            @Setting(
                    name = "definitions.production",
                    otherwise = "production,prod,live",
                    meaning = "Names of production environments, with `*` and `?`, separated by commas.")
            Texts production,

            @Setting(
                    name = "definitions.required.workflows",
                    meaning =
                            "Names of the workflows that count for the whole of main, with `*` and `?`. Left out: all.")
            Texts required,

            @Setting(
                    name = "definitions.failure.window",
                    meaning =
                            "An incident that names nothing is put down to the last deploy to production within this time before it. Left out: never.")
            Duration failureWindow,

            @Setting(
                    name = "definitions.baseline",
                    meaning =
                            "The period that shares of stages are compared with: `2026-01-01/2026-02-01` (UTC). Left out: none.")
            Baseline baseline,

            @Setting(
                    name = "definitions.profiles",
                    meaning = "Other tools in whose terms to answer as well: `circleci`, `devlake`.")
            Profiles profiles) {}

    /** For each queue. */
    record Expiring(
            @Setting(name = "", meaning = "After how long its items are given up.")
            Duration after) {}
}
