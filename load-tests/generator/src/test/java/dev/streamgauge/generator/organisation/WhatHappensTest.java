package dev.streamgauge.generator.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What really happens in organisations happens in this one too. */
class WhatHappensTest {
    private static final List<CommitPushed> LANDINGS = Month.landings();
    private static final List<BuildChanged> FINISHED =
            Month.all(BuildChanged.class, build -> build.getState().equals("finished") && build.getJob() == null);
    private static final List<DeployChanged> LIVE = Month.live();

    @Test
    void workLandsInEveryWay() {
        // When
        Set<Integer> strands = LANDINGS.stream().map(WhatHappensTest::named).collect(Collectors.toSet());

        // Then
        assertThat(LANDINGS)
                .anyMatch(
                        landing -> merges(landing) == 1 && landing.getCommits().size() > 1);
        assertThat(LANDINGS).anyMatch(landing -> landing.getPosition() == null);
        assertThat(LANDINGS).anyMatch(landing -> landing.getPosition() != null);
        assertThat(LANDINGS).anyMatch(landing -> landing.getParts() > 2);
        assertThat(strands).contains(0, 1, 2, 3);
        assertThat(Month.all(ReviewChanged.class, WhatHappensTest::rebased)).isNotEmpty();
    }

    @Test
    void mainIsAChainOfLandings() {
        // When
        Map<String, String> heads = new HashMap<>();
        List<CommitPushed> broken = LANDINGS.stream()
                .filter(landing -> landing.getPart() == 1)
                .sorted((a, b) -> a.getOccurredAt().compareTo(b.getOccurredAt()))
                .filter(landing -> {
                    String before = heads.put(landing.getRepository(), landing.getAfter());
                    return before != null && !before.equals(landing.getBefore());
                })
                .toList();

        // Then
        assertThat(broken).isEmpty();
        assertThat(heads).hasSize(Month.REPOSITORIES);
    }

    @Test
    void mainGoesRedAndGreenAgain() {
        // When
        List<BuildChanged> main = FINISHED.stream()
                .filter(build -> build.getTrigger().equals("push"))
                .toList();

        // Then
        long green = count(main, build -> build.getOutcome().equals("success"));
        assertThat((double) green / main.size()).isBetween(0.6, 0.95);
        assertThat(main.stream().map(BuildChanged::getOutcome).distinct().count())
                .isGreaterThanOrEqualTo(8);
        assertThat(flakes(main)).isGreaterThan(10);
        assertThat(main).anyMatch(build -> build.getAttempt() == 3);
    }

    @Test
    void buildsComeFromEverywhereAndWait() {
        // When
        List<BuildChanged> builds = Month.all(BuildChanged.class, build -> true);

        // Then
        assertThat(builds.stream().map(BuildChanged::getTrigger).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("push", "pull_request", "merge_group", "schedule");
        assertThat(builds).anyMatch(build -> build.getHeadRepository() != null && "main".equals(build.getBranch()));
        assertThat(builds).anyMatch(build -> build.getJob() != null);
        assertThat(builds).anyMatch(build -> build.getState().equals("waiting"));
        assertThat(builds).anyMatch(build -> longer(build.getQueuedAt(), build.getStartedAt(), Duration.ofMinutes(30)));
    }

    @Test
    void deploysAreOfAllSorts() {
        // When
        Set<String> main = LANDINGS.stream().map(CommitPushed::getAfter).collect(Collectors.toSet());
        Set<String> listed = Month.all(CommitPushed.class, push -> true).stream()
                .flatMap(push -> push.getCommits().stream())
                .map(Commit::getSha)
                .collect(Collectors.toSet());

        // Then
        assertThat(LIVE).anyMatch(deploy -> main.contains(deploy.getSha()));
        assertThat(LIVE).anyMatch(deploy -> listed.contains(deploy.getSha()) && !main.contains(deploy.getSha()));
        assertThat(LIVE).anyMatch(deploy -> !listed.contains(deploy.getSha()));
        assertThat(LIVE).anyMatch(deploy -> deploy.getAttempt() > 1);
        assertThat(LIVE)
                .anyMatch(
                        deploy -> longer(deploy.getApprovalRequestedAt(), deploy.getApprovedAt(), Duration.ofDays(1)));
        assertThat(LIVE.stream()
                        .map(DeployChanged::getService)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count())
                .isGreaterThan(1);
        assertThat(rollbacks()).isGreaterThan(5);
    }

    @Test
    void requestsAreWrittenAndReviewedByAllSortsOfActors() {
        // When
        List<ReviewChanged> requests = Month.all(ReviewChanged.class, request -> true);

        // Then
        assertThat(requests.stream().map(ReviewChanged::getActorClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("human", "bot", "agent");
        assertThat(requests.stream().map(ReviewChanged::getAiEvidence).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("agent-authored", "assisted", "no-evidence", null);
        assertThat(requests.stream().map(ReviewChanged::getState).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("draft", "open", "closed", "merged");
        assertThat(requests).anyMatch(request -> request.getEnqueuedAt() != null);
    }

    @Test
    void whatShowsOfAnAiIsNotSaidEverywhere() {
        // Given
        Map<String, String> ofCommits = new HashMap<>();
        Month.all(CommitPushed.class, push -> true).stream()
                .flatMap(push -> push.getCommits().stream())
                .forEach(commit -> ofCommits.put(commit.getSha(), commit.getAiEvidence()));

        // When
        List<ReviewChanged> silent = Month.all(
                ReviewChanged.class,
                request -> request.getState().equals("merged") && !"assisted".equals(request.getAiEvidence()));

        // Then
        assertThat(silent)
                .as("a request says nothing of what its branch shows, and its squash or merge says nothing either")
                .anyMatch(request -> "no-evidence".equals(request.getAiEvidence())
                        && "no-evidence".equals(ofCommits.get(request.getMergeSha()))
                        && "assisted".equals(ofCommits.get(request.getHeadSha())))
                .anyMatch(request ->
                        request.getAiEvidence() == null && "assisted".equals(ofCommits.get(request.getHeadSha())));
        assertThat(ofCommits.values()).contains("agent-authored", "assisted", "no-evidence", null);
    }

    private static <T> long count(Collection<T> items, Predicate<T> wanted) {
        return items.stream().filter(wanted).count();
    }

    private static int named(CommitPushed landing) {
        return (int) count(landing.getCommits(), commit -> commit.getRequest() != null);
    }

    private static long merges(CommitPushed landing) {
        return count(
                landing.getCommits(),
                commit -> commit.getParents() != null && commit.getParents().size() > 1);
    }

    /** Merged, but neither by a commit that names it nor as one of its own commits. */
    private static boolean rebased(ReviewChanged request) {
        return request.getMergeSha() != null
                && request.getCommitShas().size() > 1
                && LANDINGS.stream()
                        .filter(landing -> landing.getAfter().equals(request.getMergeSha()))
                        .anyMatch(landing -> named(landing) == 0
                                && landing.getCommits().size()
                                        == request.getCommitShas().size());
    }

    private static long flakes(List<BuildChanged> builds) {
        Set<String> failed = new HashSet<>();
        return count(builds, build -> {
            String run = build.getRepository() + build.getRunId();
            if (build.getOutcome().equals("failure")) {
                failed.add(run);
            }
            return build.getOutcome().equals("success") && failed.contains(run);
        });
    }

    private static boolean longer(Instant from, Instant until, Duration than) {
        return from != null && until != null && Duration.between(from, until).compareTo(than) > 0;
    }

    /** Deploys of a commit that ran in the lane before and that another had replaced. */
    private static long rollbacks() {
        Map<String, String> live = new HashMap<>();
        Set<String> ran = new HashSet<>();
        return count(LIVE, deploy -> {
            String lane = Stream.of(deploy.getRepository(), deploy.getService())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            boolean replaced = !deploy.getSha().equals(live.put(lane, deploy.getSha()));
            return !ran.add(lane + deploy.getSha()) && replaced;
        });
    }
}
