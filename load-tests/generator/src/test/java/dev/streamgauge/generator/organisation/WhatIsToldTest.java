package dev.streamgauge.generator.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources tell enough of this organisation to measure all that is defined. */
class WhatIsToldTest {
    private static final List<ReviewChanged> REQUESTS = Month.all(ReviewChanged.class, request -> true);
    private static final List<ReviewChanged> MERGED =
            Month.all(ReviewChanged.class, request -> request.getState().equals("merged"));

    @Test
    void everyRepositoryHasAnOwnerAndOneMoves() {
        // When
        Map<String, List<RepositoryOwned>> owners = Month.all(RepositoryOwned.class, owned -> true).stream()
                .collect(Collectors.groupingBy(RepositoryOwned::getRepository));

        // Then
        assertThat(owners).hasSize(Month.REPOSITORIES);
        assertThat(owners.values().stream().filter(told -> teams(told) == 2)).hasSize(1);
        assertThat(owners.values()).allSatisfy(told -> assertThat(told).noneMatch(o -> o.getOrganisation() == null));
        assertThat(owners.values().stream()
                        .flatMap(List::stream)
                        .map(RepositoryOwned::getOrganisation)
                        .distinct())
                .hasSize(2);
    }

    private static long teams(List<RepositoryOwned> told) {
        return told.stream().map(RepositoryOwned::getTeam).distinct().count();
    }

    @Test
    void peopleBotsAgentsAndAuthorsReview() {
        // When
        List<Review> reviews =
                REQUESTS.stream().flatMap(r -> r.getReviews().stream()).toList();

        // Then
        assertThat(reviews).extracting(Review::getActorClass).contains("human", "bot", "agent");
        assertThat(reviews)
                .extracting(Review::getState)
                .contains("commented", "approved", "changes_requested", "dismissed");
        assertThat(REQUESTS)
                .anyMatch(request -> request.getReviews().stream()
                        .anyMatch(review -> request.getAuthor().equals(review.getReviewer())));
    }

    @Test
    void someAreEvictedFromTheMergeQueueAndComeAgain() {
        // When
        List<ReviewChanged> evicted = REQUESTS.stream()
                .filter(request -> request.getDequeuedAt() != null)
                .toList();

        // Then
        assertThat(evicted).allMatch(r -> r.getDequeuedAt().isAfter(r.getEnqueuedAt()));
        assertThat(evicted)
                .anyMatch(out -> MERGED.stream()
                        .anyMatch(in -> same(in, out)
                                && in.getEnqueuedAt() != null
                                && in.getEnqueuedAt().isAfter(out.getDequeuedAt())));
        long queued = distinct(REQUESTS.stream().filter(r -> r.getEnqueuedAt() != null));
        assertThat((double) distinct(evicted.stream()) / queued).isBetween(0.005, 0.15);
    }

    @Test
    void badDeploysAreMendedByHotfixesAndReverts() {
        // When
        Set<String> live = Month.live().stream().map(DeployChanged::getSha).collect(Collectors.toSet());

        // Then
        assertThat(MERGED).anyMatch(r -> Boolean.TRUE.equals(r.getHotfix()) && live.contains(r.getMergeSha()));
        assertThat(MERGED).anyMatch(r -> r.getRevertsRequest() != null && live.contains(r.getMergeSha()));
        assertThat(Month.landed())
                .anyMatch(c -> live.contains(c.getSha())
                        && live.containsAll(c.getReverts())
                        && !c.getReverts().isEmpty());
        assertThat((double) distinct(MERGED.stream().filter(r -> Boolean.TRUE.equals(r.getHotfix())))
                        / distinct(MERGED.stream()))
                .isLessThan(0.1);
    }

    @Test
    void incidentsNameADeployACommitAServiceOrNothing() {
        // When
        List<IncidentChanged> incidents = Month.all(IncidentChanged.class, incident -> true);

        // Then
        assertThat(incidents).anyMatch(i -> i.getDeployId() != null);
        assertThat(incidents).anyMatch(i -> i.getSha() != null);
        assertThat(incidents).anyMatch(i -> i.getService() != null);
        assertThat(incidents)
                .anyMatch(i -> Stream.of(i.getDeployId(), i.getSha(), i.getService(), i.getEnvironment())
                        .allMatch(Objects::isNull));
    }

    @Test
    void thePathsOfAMonorepoDecideOnServices() {
        // When
        Map<Boolean, Set<String>> repositories = Month.all(CommitPushed.class, push -> true).stream()
                .collect(Collectors.partitioningBy(
                        push -> push.getCommits().stream().allMatch(c -> c.getServices() != null),
                        Collectors.mapping(CommitPushed::getRepository, Collectors.toSet())));

        // Then
        assertThat(repositories.get(true)).hasSize(2).doesNotContainAnyElementsOf(repositories.get(false));
        assertThat(Month.landed().map(Commit::getServices).filter(Objects::nonNull))
                .anyMatch(List::isEmpty)
                .anyMatch(services -> services.size() == 1)
                .anyMatch(services -> services.size() > 1);
    }

    @Test
    void commitsArePickedToReleaseBranchesAndDeployedFromThere() {
        // When
        Set<String> main = Month.landings().stream().map(CommitPushed::getAfter).collect(Collectors.toSet());
        Set<String> live = Month.live().stream().map(DeployChanged::getSha).collect(Collectors.toSet());

        // Then
        assertThat(Month.all(CommitPushed.class, push -> push.getBranch().startsWith("release/")).stream()
                        .flatMap(push -> push.getCommits().stream()))
                .anyMatch(c -> !c.getPickedFrom().isEmpty()
                        && main.containsAll(c.getPickedFrom())
                        && live.contains(c.getSha()));
    }

    @Test
    void developIsPromotedToMainWithTheWorkOfOthers() {
        // When
        List<ReviewChanged> promotions = MERGED.stream()
                .filter(r -> r.getSourceBranch().equals(Develop.BRANCH))
                .toList();
        Set<String> claimed = MERGED.stream()
                .filter(r -> r.getTargetBranch().equals(Develop.BRANCH))
                .flatMap(r -> Stream.concat(r.getCommitShas().stream(), Stream.of(r.getMergeSha())))
                .collect(Collectors.toSet());

        // Then
        assertThat(promotions).hasSizeGreaterThan(5).allSatisfy(promotion -> {
            assertThat(promotion.getTargetBranch()).isEqualTo(promotion.getDefaultBranch());
            assertThat(claimed).containsAll(promotion.getCommitShas());
        });
    }

    @Test
    void someSourcesListWhatARebaseMadeOfARequest() {
        // When
        Set<String> main = Month.landed().map(Commit::getSha).collect(Collectors.toSet());

        // Then
        assertThat(MERGED)
                .anyMatch(r -> r.getCommitShas().size() > 1
                        && r.getCommitShas().contains(r.getMergeSha())
                        && main.contains(r.getMergeSha()));
    }

    @Test
    void buildsAreBlockedWaitForApprovalAndForRunnersAndJobsForEachOther() {
        // When
        List<BuildChanged> finished =
                Month.all(BuildChanged.class, build -> build.getFinishedAt() != null && build.getStartedAt() != null);

        // Then
        assertThat(share(finished, b -> wait(b.getQueuedAt(), b.getReadyAt()))).isBetween(0.05, 0.3);
        assertThat(finished).anyMatch(b -> wait(b.getApprovalRequestedAt(), b.getApprovedAt()));
        assertThat(finished).anyMatch(b -> wait(b.getReadyAt(), b.getStartedAt()));
        assertThat(finished)
                .filteredOn(b -> "test".equals(b.getJob()))
                .isNotEmpty()
                .allMatch(b -> !b.getReadyAt().isBefore(b.getQueuedAt()));
    }

    @Test
    void requestsHaveALinkForPeople() {
        assertThat(REQUESTS)
                .allMatch(r -> r.getUrl().startsWith("https://" + r.getRepository() + "/")
                        && r.getUrl().endsWith("/" + r.getRequest()));
    }

    private static boolean same(ReviewChanged one, ReviewChanged other) {
        return name(one).equals(name(other));
    }

    private static String name(ReviewChanged request) {
        return request.getRepository() + "#" + request.getRequest();
    }

    private static long distinct(Stream<ReviewChanged> requests) {
        return requests.map(WhatIsToldTest::name).distinct().count();
    }

    private static boolean wait(Instant from, Instant until) {
        return from != null && until != null && Duration.between(from, until).toMinutes() >= 1;
    }

    private static double share(List<BuildChanged> builds, Function<BuildChanged, Boolean> such) {
        return (double) builds.stream().filter(such::apply).count() / builds.size();
    }
}
