package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Links;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.testkit.Story;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides each change in each lane anew, by looking at every deploy, build and commit (docs/metrics.md, section 2). */
final class DeliveryModel {

    private static final Comparator<Change> OLDEST =
            Comparator.comparing(Change::landing).thenComparing(Change::id);

    private final Collection<Change> changes;
    private final Collection<Deploy> deploys;
    private final Collection<Build> builds;
    private final Map<String, CommitNode> commits;
    private final List<String> production;

    DeliveryModel(Story story, List<String> production) {
        this.changes = story.rows(Changes.CHANGES);
        this.deploys = story.rows(Deliveries.DEPLOYS);
        this.builds = story.rows(MainHealth.BUILDS);
        this.commits =
                story.rows(Landings.COMMITS).stream().collect(Collectors.toMap(CommitNode::sha, Function.identity()));
        this.production = production;
    }

    private List<Lane> lanes() {
        return deploys.stream()
                .map(deploy -> deploy.ref().lane())
                .distinct()
                .sorted()
                .toList();
    }

    List<Delivery> deliveries() {
        List<Delivery> decided = new ArrayList<>();
        for (Change change : changes) {
            lanes().stream()
                    .map(lane -> decide(change, lane))
                    .filter(Objects::nonNull)
                    .forEach(decided::add);
        }
        return decided;
    }

    private Delivery decide(Change change, Lane lane) {
        if (change.services() != null && !change.services().contains(lane.service())) {
            return null;
        }
        List<Deploy> successes = successes(lane);
        Deploy first = first(successes, deploy -> deploy.position() != null);
        Deploy owned = first(successes, deploy -> change.watched().contains(deploy.sha()));
        Deploy picked = first(
                successes, deploy -> carried(deploy.sha(), new HashSet<>()).anyMatch(change.watched()::contains));
        Deploy reaching = first(successes, deploy -> reaches(deploy, change));
        Deploy delivering = Stream.of(owned, picked, Objects.equals(first, reaching) ? null : reaching)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Deploy::finish))
                .orElse(null);
        if (delivering != null) {
            String evidence =
                    delivering.equals(owned) ? "owned_sha" : delivering.equals(picked) ? "cherry_pick" : "position";
            return delivered(change, delivering, evidence);
        }
        if (reaching != null) {
            return Delivery.baseline(change, lane);
        }
        boolean waits = change.landed() && first != null && production.contains(lane.environment());
        return waits ? Delivery.baseline(change, lane).in(open(change, lane)) : null;
    }

    private List<Deploy> successes(Lane lane) {
        return deploys.stream()
                .filter(deploy -> deploy.ref().lane().equals(lane) && deploy.successful())
                .sorted(Comparator.comparing(Deploy::finish))
                .toList();
    }

    private static Deploy first(List<Deploy> successes, Predicate<Deploy> which) {
        return successes.stream().filter(which).findFirst().orElse(null);
    }

    private static boolean reaches(Deploy deploy, Change change) {
        return change.landed() && deploy.position() != null && deploy.position().compareTo(change.landing()) >= 0;
    }

    /** What a commit, and those before it up to main, were picked from. */
    private Stream<String> carried(String sha, Set<String> seen) {
        CommitNode commit = commits.get(sha);
        if (commit == null || !seen.add(sha)) {
            return Stream.empty();
        }
        Stream<String> own = commit.linked(Links.Kind.PICKED).stream();
        return commit.onMain()
                ? own
                : Stream.concat(
                        own, commit.linked(Links.Kind.PARENT).stream().flatMap(parent -> carried(parent, seen)));
    }

    private Delivery delivered(Change change, Deploy deploy, String evidence) {
        Delivery delivery =
                Delivery.baseline(change, deploy.ref().lane()).by(deploy.finish(), evidence, Requested.of(change));
        if (delivery.changeLeadTimeMs() == null) {
            return delivery;
        }
        List<Long> ends = Arrays.asList(
                change.readyAt(),
                change.firstReviewAt(),
                change.approvedAt(),
                change.landedAt(),
                greenAt(change.landing()),
                deploy.startedAt(),
                deploy.finishedAt());
        List<Span> queued = change.passes().stream().map(Span::of).toList();
        return delivery.in(Stages.of(delivery.beganAt(), ends, queued, deploy.approval()));
    }

    private Long greenAt(Position landing) {
        return builds.stream()
                .filter(build -> build.succeeded() && build.step() != null && landing != null)
                .filter(build -> build.position().compareTo(landing) >= 0)
                .map(build -> Math.max(build.finishedAt(), build.position().landedAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private OpenStage open(Change change, Lane lane) {
        Long running = deploys.stream()
                .filter(deploy -> deploy.ref().lane().equals(lane) && !deploy.finished())
                .filter(deploy -> reaches(deploy, change) || change.watched().contains(deploy.sha()))
                .map(Deploy::startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (running != null) {
            return new OpenStage(Stage.DEPLOY_RUN, running, change.landing());
        }
        Long green = greenAt(change.landing());
        return green != null
                ? new OpenStage(Stage.DEPLOY_WAIT, green, change.landing())
                : new OpenStage(Stage.INTEGRATION, change.landedAt(), change.landing());
    }

    List<LaneState> states() {
        return lanes().stream().map(this::state).toList();
    }

    private LaneState state(Lane lane) {
        List<Deploy> successes = successes(lane);
        List<Change> waiting = changes.stream()
                .filter(change -> {
                    Delivery delivery = decide(change, lane);
                    return delivery != null && delivery.isInFlight();
                })
                .sorted(OLDEST)
                .toList();
        Deploy holding = deploys.stream()
                .filter(deploy -> deploy.ref().lane().equals(lane) && !deploy.finished())
                .min(Comparator.comparing(
                                (Deploy deploy) -> deploy.times().earliest(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Deploy::ref))
                .orElse(null);
        return new LaneState(
                Story.SHOP,
                lane,
                production.contains(lane.environment()),
                successes.isEmpty() ? null : successes.get(successes.size() - 1).finish(),
                waiting.size(),
                waiting.isEmpty() ? null : waiting.get(0).id(),
                waiting.isEmpty() ? null : waiting.get(0).landedAt(),
                holding == null ? null : LaneState.Holding.of(holding));
    }
}
