package dev.streamgauge.processors.store;

import dev.streamgauge.processors.aggregates.Histogram;
import dev.streamgauge.processors.aggregates.Summary;
import dev.streamgauge.processors.aggregates.Sums;
import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.changes.About;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.MainRef;
import dev.streamgauge.processors.changes.MergeQueue;
import dev.streamgauge.processors.changes.RequestState;
import dev.streamgauge.processors.changes.RequestTimes;
import dev.streamgauge.processors.changes.Review;
import dev.streamgauge.processors.changes.Reviews;
import dev.streamgauge.processors.completeness.Completeness;
import dev.streamgauge.processors.completeness.Webhooks;
import dev.streamgauge.processors.deliveries.Carrier;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.DeployStart;
import dev.streamgauge.processors.deliveries.DeployTimes;
import dev.streamgauge.processors.deliveries.DeployedCommit;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.deliveries.Lanes;
import dev.streamgauge.processors.deliveries.Late;
import dev.streamgauge.processors.deliveries.OpenStage;
import dev.streamgauge.processors.deliveries.Requested;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.deliveries.Stages;
import dev.streamgauge.processors.deliveries.Waiting;
import dev.streamgauge.processors.failures.Blame;
import dev.streamgauge.processors.failures.ChangeRef;
import dev.streamgauge.processors.failures.Evidence;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.failures.IncidentRef;
import dev.streamgauge.processors.failures.Kind;
import dev.streamgauge.processors.failures.Remedies;
import dev.streamgauge.processors.failures.Remedy;
import dev.streamgauge.processors.failures.Repair;
import dev.streamgauge.processors.failures.Run;
import dev.streamgauge.processors.failures.Verdict;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.BuildRef;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.health.Start;
import dev.streamgauge.processors.health.Step;
import dev.streamgauge.processors.health.Tally;
import dev.streamgauge.processors.integration.GreenBuild;
import dev.streamgauge.processors.landings.Branch;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.Fork;
import dev.streamgauge.processors.landings.ForkPoint;
import dev.streamgauge.processors.landings.Links;
import dev.streamgauge.processors.landings.MainCommit;
import dev.streamgauge.processors.landings.Membership;
import dev.streamgauge.processors.landings.Membership.Member;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.landings.RequestName;
import dev.streamgauge.processors.landings.RequestNode;
import dev.streamgauge.processors.landings.Written;
import dev.streamgauge.processors.ownership.Reverters;
import dev.streamgauge.processors.ownership.Watched;
import dev.streamgauge.processors.runs.BranchClass;
import dev.streamgauge.processors.runs.End;
import dev.streamgauge.processors.runs.FirstRun;
import dev.streamgauge.processors.runs.FirstVerdict;
import dev.streamgauge.processors.runs.Job;
import dev.streamgauge.processors.runs.NextGreen;
import java.util.List;
import java.util.Map;

/** One row of each type that a table holds. */
final class GoldenRows {

    private static final String SHOP = "github.com/acme/shop";
    private static final Position PLACE = new Position(1_772_442_000_000L, -3, "b1", "a1");
    private static final Lane LANE = new Lane("shop", "production");
    private static final DeployRef DEPLOY = new DeployRef(LANE, "d-7", 2);
    private static final BuildRef BUILD = new BuildRef("17", 1);
    private static final Step RED = new Step(PLACE, 1_772_442_060_000L, BUILD, false);
    private static final Finish FINISH = new Finish(1_772_442_120_000L, "d-7", 2, "a1", PLACE);

    private static final Written WRITTEN = new Written(1_772_438_400_000L, List.of("cart"), List.of("z9"), "assisted");
    private static final End END = new End(1_772_442_060_000L, BUILD, false);

    private GoldenRows() {}

    static List<Record> all() {
        return List.of(
                commit(),
                new MainCommit(PLACE, new Membership(List.of(new Member(SHOP + "#1", "carried")))),
                new RequestNode("1", "develop", null, List.of("main"), List.of("a1"), List.of("b1"), true),
                new Branch("main", true, 1_772_496_000_000L),
                new RequestName("1"),
                new Reverters(List.of(SHOP + "#2")),
                new ForkPoint(PLACE, List.of("x1")),
                change(),
                new Lanes(List.of(LANE), List.of(LANE)),
                delivery(),
                deploy(),
                DEPLOY,
                new DeployedCommit(List.of("p1")),
                new Carrier("a1"),
                new DeployStart(1_772_442_060_000L, "d-7", 2, "a1", PLACE),
                new Late(SHOP + "#1", LANE),
                new Waiting(SHOP + "#1", 1_772_442_000_000L),
                lane(),
                new GreenBuild(1_772_442_060_000L, "17", 1, PLACE),
                new Watched(List.of(SHOP + "#1")),
                FINISH,
                verdict(),
                incident(),
                new IncidentRef("I-1"),
                new ChangeRef(SHOP + "#1"),
                new Repair(SHOP + "#2", true, List.of(SHOP + "#1"), List.of(DEPLOY)),
                new Blame("I-1", Evidence.INCIDENT_SHA),
                new Run(FINISH, Kind.OUT_OF_LINE),
                new Remedies(List.of(new Remedy(Evidence.ROLLBACK, DEPLOY))),
                new Remedy(Evidence.REVERT, DEPLOY),
                build(),
                BUILD,
                RED,
                new Episode(SHOP, "ci", RED, null, new Tally(2, 3), List.of(SHOP + "#1")),
                END,
                new FirstVerdict(SHOP, "ci", "a1", 1_772_442_060_000L, false, 1_772_442_120_000L),
                new FirstRun(SHOP, BranchClass.MERGE_QUEUE, "a1", END),
                new NextGreen(SHOP, "ci", END, null),
                new Job("unit", build()),
                new Completeness(SHOP, "*", 1L, 2L, Map.of("LANDING", 1L), 3L, new Webhooks(null, null, 4L, 5, 6, 7L)),
                window());
    }

    private static CommitNode commit() {
        List<List<String>> links = List.of(List.of("p1"), List.of("a1"), List.of(), List.of(), List.of("b1"));
        return new CommitNode(
                "a1", true, "142", "ann", PLACE, WRITTEN, Written.NOTHING, new Links(links), 1_772_496_000_000L);
    }

    private static Change change() {
        RequestState review = new RequestState(
                "merged",
                9,
                true,
                true,
                new RequestTimes(5L, null, 8L),
                new About("ann", "human", "assisted", null, "2", true),
                new Reviews(List.of(new Review(6, null, "approved", "human"))),
                new MergeQueue(List.of(6L), List.of(7L)));
        MainRef landing = new MainRef(PLACE, "subject", "ann", WRITTEN);
        return new Change(
                SHOP,
                SHOP + "#1",
                "1",
                List.of(landing),
                review,
                Written.NOTHING,
                false,
                List.of(SHOP + "#2"),
                List.of("a1"));
    }

    private static Delivery delivery() {
        Stages stages = new Stages(
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), List.of(true, true, false, true, true, true, true), 4L, null);
        return new Delivery(
                SHOP,
                SHOP + "#1",
                LANE,
                FINISH,
                "position",
                null,
                1_772_442_000_000L,
                stages,
                new OpenStage(Stage.DEPLOY_WAIT, 1_772_442_060_000L, PLACE),
                new Requested(1L, null, 3L),
                "assisted");
    }

    private static Deploy deploy() {
        return new Deploy(
                SHOP,
                DEPLOY,
                "a1",
                "finished",
                "success",
                new DeployTimes(1L, null, 3L, 4L),
                1_772_442_120_000L,
                Fork.Kind.FORK_POINT,
                PLACE,
                true,
                List.of(SHOP),
                2L);
    }

    private static LaneState lane() {
        LaneState.Holding holding = new LaneState.Holding("d-8", 1, "waiting", 1_772_442_060_000L);
        return new LaneState(SHOP, LANE, true, FINISH, 3, SHOP + "#1", 1_772_442_000_000L, holding);
    }

    private static Verdict verdict() {
        return new Verdict(
                deploy(),
                Kind.RELEASE,
                List.of(Evidence.INCIDENT_DEPLOY, Evidence.ROLLBACK),
                List.of("I-1"),
                Evidence.HOTFIX,
                new Verdict.Recovery("rollback", DEPLOY, 1_772_442_180_000L));
    }

    private static Incident incident() {
        return new Incident(
                SHOP,
                "I-1",
                new Incident.Names("shop", "production", "d-7", "a1", "high", null),
                new Incident.Course("resolved", 9, 3, null, 8L),
                Evidence.INCIDENT_DEPLOY,
                List.of(DEPLOY));
    }

    private static Build build() {
        Start start = new Start(1_772_442_000_000L, null, null, null, 1_772_442_030_000L);
        return new Build(
                SHOP,
                BUILD,
                "ci",
                "a1",
                "push",
                "main",
                "main",
                null,
                "timed_out",
                1_772_442_060_000L,
                PLACE,
                start,
                2L);
    }

    private static WindowSums window() {
        WindowKey key = new WindowKey(
                WindowKey.Kind.LEAD_TIME,
                WindowKey.Scope.REPOSITORY,
                SHOP,
                List.of("shop", "production", "*", "streamgauge"),
                Window.HOUR,
                1_772_442_000_000L);
        Histogram histogram = new Histogram(List.of(new Histogram.Bucket(-1, 1), new Histogram.Bucket(550, 2)));
        Sums sums = new Sums(new Summary(3, 120_000, histogram), Map.of("excluded_baseline", 4L));
        return new WindowSums(key, Map.of("delivery_lead_time", sums));
    }
}
