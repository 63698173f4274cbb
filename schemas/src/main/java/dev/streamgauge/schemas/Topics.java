package dev.streamgauge.schemas;

import dev.streamgauge.aggregates.v1.BuildTimes;
import dev.streamgauge.aggregates.v1.BuildTimesKey;
import dev.streamgauge.aggregates.v1.Completeness;
import dev.streamgauge.aggregates.v1.CompletenessKey;
import dev.streamgauge.aggregates.v1.Deployments;
import dev.streamgauge.aggregates.v1.DeploymentsKey;
import dev.streamgauge.aggregates.v1.Flow;
import dev.streamgauge.aggregates.v1.FlowKey;
import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.aggregates.v1.LeadTimeKey;
import dev.streamgauge.aggregates.v1.MainBranch;
import dev.streamgauge.aggregates.v1.MainBranchKey;
import dev.streamgauge.aggregates.v1.MergeQueue;
import dev.streamgauge.aggregates.v1.MergeQueueKey;
import dev.streamgauge.aggregates.v1.Throughput;
import dev.streamgauge.aggregates.v1.ThroughputKey;
import dev.streamgauge.aggregates.v1.TimeToGreen;
import dev.streamgauge.aggregates.v1.TimeToGreenKey;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.alerts.v1.Queue;
import dev.streamgauge.alerts.v1.QueueKey;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.facts.v1.DeliveryKey;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.facts.v1.DeployKey;
import dev.streamgauge.facts.v1.Incident;
import dev.streamgauge.facts.v1.IncidentKey;
import dev.streamgauge.facts.v1.Lane;
import dev.streamgauge.facts.v1.LaneKey;
import dev.streamgauge.facts.v1.RedEpisode;
import dev.streamgauge.facts.v1.RedEpisodeKey;
import dev.streamgauge.schemas.Topic.Storage;
import dev.streamgauge.schemas.Topic.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue: every topic of Streamgauge, in the order in which data flows. */
public final class Topics {

    /** The partitions of every topic but the dead letters, unless configured. */
    public static final int DEFAULT_PARTITIONS = 4;

    /** How long events are kept, unless configured. */
    public static final Duration EVENT_RETENTION = Duration.ofDays(90);

    /** How long the versions of aggregates are kept, unless configured: time enough for a lake to fetch them. */
    public static final Duration REVISIONS_RETENTION = Duration.ofDays(30);

    // Where retention deletes, the broker's time counts: what is told of an old event carries its old time, and would
    // be
    // deleted before it is read.
    private static final Map<String, String> ARRIVAL = Map.of("message.timestamp.type", "LogAppendTime");

    // A tombstone stays for a week, so that a sink that was down over a weekend still learns of it.
    private static final Map<String, String> TOMBSTONES = Map.of("delete.retention.ms", "604800000");

    public static final Topic<String, CommitPushed> COMMITS =
            event("events.commits.v1", CommitPushed.class, "Pushes with their commits. A push to main is a landing");
    public static final Topic<String, ReviewChanged> REVIEWS = event(
            "events.reviews.v1",
            ReviewChanged.class,
            "States of change requests (pull or merge requests), with reviews");
    public static final Topic<String, BuildChanged> BUILDS =
            event("events.builds.v1", BuildChanged.class, "States of the attempts of workflow runs, and of their jobs");
    public static final Topic<String, DeployChanged> DEPLOYS =
            event("events.deploys.v1", DeployChanged.class, "States of attempts to put a commit into an environment");
    public static final Topic<String, IncidentChanged> INCIDENTS =
            event("events.incidents.v1", IncidentChanged.class, "States of incidents in production");
    public static final Topic<String, SourceChecked> SOURCES = event(
            "events.sources.v1", SourceChecked.class, "What looks at sources found: webhooks that nobody has taken");

    /** Keyed by repository and partitioned as the events are, so that the task of a repository knows its owner. */
    public static final Topic<String, RepositoryOwned> CATALOGUE = new Topic<>(
            "catalogue.v1",
            String.class,
            RepositoryOwned.class,
            new Storage(DEFAULT_PARTITIONS, Cleanup.COMPACT, null, ARRIVAL),
            new Usage("people, connectors", "processors", "Which team and organisation own a repository"));

    public static final Topic<ChangeKey, Change> CHANGES =
            compacted("changes.v1", ChangeKey.class, Change.class, "What lands: a change request, or a direct push");
    public static final Topic<DeliveryKey, Delivery> DELIVERIES = compacted(
            "deliveries.v1",
            DeliveryKey.class,
            Delivery.class,
            "How a change reached an environment, with its lead times");
    public static final Topic<DeployKey, Deploy> DEPLOY_FACTS =
            compacted("deploys.v1", DeployKey.class, Deploy.class, "A deploy with its place on main");
    public static final Topic<RedEpisodeKey, RedEpisode> RED_EPISODES = compacted(
            "red-episodes.v1", RedEpisodeKey.class, RedEpisode.class, "A time in which a workflow was red on main");

    public static final Topic<LaneKey, Lane> LANES = compacted(
            "lanes.v1", LaneKey.class, Lane.class, "What runs in a service's environment, and what waits to get there");
    public static final Topic<IncidentKey, Incident> INCIDENT_FACTS = compacted(
            "incidents.v1", IncidentKey.class, Incident.class, "An incident, and the deploys it is attributed to");

    public static final Topic<LeadTimeKey, LeadTime> LEAD_TIME =
            compacted("lead-time.v1", LeadTimeKey.class, LeadTime.class, "Lead time for changes, per lane and window");
    public static final Topic<MainBranchKey, MainBranch> MAIN_BRANCH = compacted(
            "main-branch.v1", MainBranchKey.class, MainBranch.class, "Success rate on main, per workflow and window");
    public static final Topic<TimeToGreenKey, TimeToGreen> TIME_TO_GREEN = compacted(
            "time-to-green.v1", TimeToGreenKey.class, TimeToGreen.class, "Time to green, per workflow and window");
    public static final Topic<DeploymentsKey, Deployments> DEPLOYMENTS = compacted(
            "deployments.v1",
            DeploymentsKey.class,
            Deployments.class,
            "Deployments, failures, recoveries and rework, per lane and window");
    public static final Topic<FlowKey, Flow> FLOW =
            compacted("flow.v1", FlowKey.class, Flow.class, "Shares of the stages, bottleneck, per lane and window");
    public static final Topic<ThroughputKey, Throughput> THROUGHPUT = compacted(
            "throughput.v1", ThroughputKey.class, Throughput.class, "Finished runs, per class of branch and window");
    public static final Topic<MergeQueueKey, MergeQueue> MERGE_QUEUE =
            compacted("merge-queue.v1", MergeQueueKey.class, MergeQueue.class, "Passes and evictions, per window");
    public static final Topic<BuildTimesKey, BuildTimes> BUILD_TIMES = compacted(
            "build-times.v1",
            BuildTimesKey.class,
            BuildTimes.class,
            "How long builds were blocked, waited and ran, per workflow, job and window");
    public static final Topic<CompletenessKey, Completeness> COMPLETENESS = compacted(
            "completeness.v1",
            CompletenessKey.class,
            Completeness.class,
            "What is missing, what has not ended, what to fetch again");

    /** What the windows of a repository add to those of its team and organisation, in a form of the processors' own. Each is read once (docs/adr/0011). */
    public static final Topic<byte[], byte[]> ROLL_UP_PARTS = new Topic<>(
            "roll-up-parts.v1",
            byte[].class,
            byte[].class,
            new Storage(DEFAULT_PARTITIONS, Cleanup.DELETE, Duration.ofDays(7), ARRIVAL),
            new Usage("processors", "processors", "Internal: sums of repositories on their way to roll-ups"));

    public static final Topic<QueueKey, Queue> QUEUES =
            compacted("queues.v1", QueueKey.class, Queue.class, "What waits now, for how long, and how fast it moves");

    /** Alerts as they are now. Sinks read it from its beginning to know what fires. */
    public static final Topic<AlertKey, Alert> ALERTS = new Topic<>(
            "alerts.v1",
            AlertKey.class,
            Alert.class,
            new Storage(DEFAULT_PARTITIONS, Cleanup.COMPACT, null, TOMBSTONES),
            new Usage(
                    "processors, sinks (that a receiver refuses)", "sinks, dashboard", "Alerts, by their fingerprint"));

    /** The same for tools that do not speak Avro: the key is the fingerprint, the value a JSON object, both UTF-8. */
    public static final Topic<byte[], byte[]> ALERTS_JSON =
            text("alerts.json.v1", "processors", "people, bots", "The same as JSON, keyed by the fingerprint as text");

    /** The key of the rules, UTF-8. */
    public static final String RULES_KEY = "rules";

    /** One record, under {@link #RULES_KEY}: the YAML text, UTF-8. */
    public static final Topic<byte[], byte[]> RULES = text(
                    "rules.v1", "people", "processors", "The rules by which queues alert: YAML, under the key rules")
            .withPartitions(1);

    /** What the queues of a repository are to its team and organisation, in a form of the processors' own. A snapshot each. */
    public static final Topic<byte[], byte[]> QUEUE_PARTS = new Topic<>(
            "queue-parts.v1",
            byte[].class,
            byte[].class,
            new Storage(DEFAULT_PARTITIONS, Cleanup.DELETE, Duration.ofDays(7), ARRIVAL),
            new Usage("processors", "processors", "Internal: queues of repositories on their way to roll-ups"));

    /** Refused input: key and value as they were received, the reason in headers, see {@link DeadLetterHeaders}. */
    public static final Topic<byte[], byte[]> DEAD_LETTERS = new Topic<>(
            "dead-letters.v1",
            byte[].class,
            byte[].class,
            new Storage(1, Cleanup.DELETE, Duration.ofDays(30), ARRIVAL),
            new Usage("connectors, processors", "people", "Refused input as received, with the reason in headers"));

    /** Alerts that a receiver refuses for good: key and value as they were read, the reason in headers, see {@link DeadLetterHeaders}. */
    public static final Topic<byte[], byte[]> ALERT_DEAD_LETTERS = new Topic<>(
            "alerts.dead-letters.v1",
            byte[].class,
            byte[].class,
            new Storage(1, Cleanup.DELETE, Duration.ofDays(30), ARRIVAL),
            new Usage("sinks", "people", "Alerts that a receiver refused, with the reason in headers"));

    /** What the doors received and verified, for a replay after a mapper was mended. See {@link RawHeaders}. */
    public static final Topic<byte[], byte[]> RAW_EVENTS = new Topic<>(
            "events.raw.v1",
            byte[].class,
            byte[].class,
            new Storage(DEFAULT_PARTITIONS, Cleanup.DELETE, Duration.ofDays(7), ARRIVAL),
            new Usage("connectors", "remap", "Deliveries as received, keyed by the provider's name for the delivery"));

    private static final List<Topic<String, ? extends SpecificRecord>> EVENTS =
            List.of(COMMITS, REVIEWS, BUILDS, DEPLOYS, INCIDENTS, SOURCES, CATALOGUE);

    private static final List<Topic<?, ?>> FACTS =
            List.of(CHANGES, DELIVERIES, DEPLOY_FACTS, LANES, INCIDENT_FACTS, RED_EPISODES);

    private static final List<Topic<?, ?>> AGGREGATES =
            List.of(LEAD_TIME, MAIN_BRANCH, TIME_TO_GREEN, DEPLOYMENTS, FLOW, THROUGHPUT, MERGE_QUEUE, BUILD_TIMES);

    private static final List<Topic<?, ?>> ALL = Stream.of(
                    EVENTS.stream(),
                    FACTS.stream(),
                    AGGREGATES.stream(),
                    AGGREGATES.stream().map(Topics::revisions),
                    Stream.of(COMPLETENESS, QUEUES, revisions(QUEUES), ALERTS, ALERTS_JSON, ALERT_DEAD_LETTERS, RULES),
                    Stream.of(ROLL_UP_PARTS, QUEUE_PARTS, RAW_EVENTS, DEAD_LETTERS))
            .<Topic<?, ?>>flatMap(topics -> topics)
            .toList();

    private Topics() {}

    /** The whole catalogue. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    /** The topics of facts. */
    public static List<Topic<?, ?>> facts() {
        return FACTS;
    }

    /** The aggregates' topics: the current ones, without their twins. */
    public static List<Topic<?, ?>> aggregates() {
        return AGGREGATES;
    }

    /** The twin of an aggregate's topic that keeps every version of each record, for lakes. */
    public static <K, V> Topic<K, V> revisions(Topic<K, V> aggregate) {
        return new Topic<>(
                aggregate.name() + ".revisions",
                aggregate.keyClass(),
                aggregate.valueClass(),
                new Storage(aggregate.partitions(), Cleanup.DELETE, REVISIONS_RETENTION, ARRIVAL),
                new Usage("processors", "lakes", "Every version of " + aggregate.name()));
    }

    /** The event topics. They are keyed by the repository and have one number of partitions, so that one task sees all of a repository. */
    public static List<Topic<String, ? extends SpecificRecord>> events() {
        return EVENTS;
    }

    private static <V> Topic<String, V> event(String name, Class<V> value, String description) {
        return new Topic<>(
                name,
                String.class,
                value,
                new Storage(DEFAULT_PARTITIONS, Cleanup.DELETE, EVENT_RETENTION, ARRIVAL),
                new Usage("connectors", "processors", description));
    }

    private static <K, V> Topic<K, V> compacted(String name, Class<K> key, Class<V> value, String description) {
        return new Topic<>(
                name,
                key,
                value,
                new Storage(DEFAULT_PARTITIONS, Cleanup.COMPACT, null, TOMBSTONES),
                new Usage("processors", "sinks, dashboard, BI tools", description));
    }

    private static Topic<byte[], byte[]> text(String name, String writtenBy, String readBy, String description) {
        return new Topic<>(
                name,
                byte[].class,
                byte[].class,
                new Storage(DEFAULT_PARTITIONS, Cleanup.COMPACT, null, TOMBSTONES),
                new Usage(writtenBy, readBy, description));
    }
}
