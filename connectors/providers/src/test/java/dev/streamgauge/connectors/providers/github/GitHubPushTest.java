package dev.streamgauge.connectors.providers.github;

import static dev.streamgauge.connectors.providers.github.Payload.A;
import static dev.streamgauge.connectors.providers.github.Payload.B;
import static dev.streamgauge.connectors.providers.github.Payload.C;
import static dev.streamgauge.connectors.providers.github.Payload.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubPushTest {

    private static final String SERVICES =
            "repositories: [{match: '*', services: {web: [web/**], api: [api/**]}}]\npeople: {key: 0123456789abcdef}";

    @Test
    void aPushToMainIsALandingWithItsCommitsOldestFirst() {
        // When
        CommitPushed push = Payload.of("push").only(CommitPushed.class);

        // Then
        assertThat(push.getRepository()).isEqualTo(SHOP);
        assertThat(push.getSource()).isEqualTo("github");
        assertThat(push.getEventId()).isEqualTo("github:d-1:1");
        assertThat(push.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(push.getBranch()).isEqualTo("main").isEqualTo(push.getDefaultBranch());
        assertThat(push.getBefore()).isEqualTo(A);
        assertThat(push.getAfter()).isEqualTo(C);
        assertThat(push.getPosition()).isNull();
        assertThat(push.getCommits()).extracting(Commit::getSha).containsExactly(B, C);
        assertThat(push.getCommits()).extracting(Commit::getRequest).containsExactly(null, "142");
    }

    @Test
    void aCommitHasItsTimeItsServicesAndNoAddress() {
        // When
        Commit commit = Payload.of("push")
                .rules(SERVICES)
                .only(CommitPushed.class)
                .getCommits()
                .get(0);

        // Then
        assertThat(commit.getAuthoredAt()).isEqualTo(Instant.parse("2026-03-02T07:30:00Z"));
        assertThat(commit.getCommittedAt()).isNull();
        assertThat(commit.getParents()).isNull();
        assertThat(commit.getServices()).containsExactly("web");
        assertThat(commit.getAuthor()).startsWith("hmac:");
        assertThat(commit.getActorClass()).isEqualTo("human");
        assertThat(commit.getAiEvidence()).isEqualTo("no-evidence");
        assertThat(commit.toString()).doesNotContain("example.org");
    }

    @Test
    void addedAndRemovedPathsCountToo() {
        // Given
        Payload payload = Payload.of("push")
                .rules(SERVICES)
                .with("commits.0.modified", List.of())
                .with("commits.0.removed", List.of("api/x"));

        // Then
        assertThat(payload.only(CommitPushed.class).getCommits())
                .extracting(Commit::getServices)
                .containsExactly(List.of("api"), List.of());
    }

    @Test
    void aListOfPathsThatMayBeCutOffSaysNothingOfServices() {
        // Given
        Payload payload =
                Payload.of("push").rules(SERVICES).with("commits.0.added", Collections.nCopies(3000, "docs/x"));

        // Then
        assertThat(payload.only(CommitPushed.class).getCommits().get(0).getServices())
                .isNull();
    }

    @Test
    void aNewBranchHasNothingBeforeIt() {
        // Given
        Payload payload = Payload.of("push").with("ref", "refs/heads/team/new").with("before", "0".repeat(40));

        // When
        CommitPushed push = payload.only(CommitPushed.class);

        // Then
        assertThat(push.getBranch()).isEqualTo("team/new");
        assertThat(push.getBefore()).isNull();
    }

    @Test
    void tagsDeletionsAndOtherRefsAreIgnored() {
        assertThat(Payload.of("push").with("ref", "refs/tags/v1").kind()).isEqualTo("ignored: push.tag");
        assertThat(Payload.of("push").with("ref", "refs/notes/x").kind()).isEqualTo("ignored: push.other_ref");
        assertThat(Payload.of("push").with("after", "0".repeat(40)).kind()).isEqualTo("ignored: push.deleted");
    }

    @Test
    void aLargePushIsToldInParts() {
        // Given
        List<Map<String, Object>> commits = Collections.nCopies(1201, Map.of("id", B, "message", "x"));

        // When
        List<CommitPushed> parts = Deliveries.events(
                        Payload.of("push").with("commits", commits).mapped())
                .stream()
                .map(CommitPushed.class::cast)
                .toList();

        // Then
        assertThat(parts).extracting(part -> part.getCommits().size()).containsExactly(500, 500, 201);
        assertThat(parts).extracting(CommitPushed::getPart).containsExactly(1, 2, 3);
        assertThat(parts).extracting(CommitPushed::getParts).containsOnly(3);
        assertThat(parts)
                .extracting(CommitPushed::getEventId)
                .containsExactly("github:d-1:1", "github:d-1:2", "github:d-1:3");
    }

    @Test
    void withoutATimeOfThePushItIsThatOfItsArrival() {
        assertThat(Payload.of("push")
                        .with("repository.pushed_at", null)
                        .only(CommitPushed.class)
                        .getOccurredAt())
                .isEqualTo(Deliveries.ARRIVED);
    }

    @Test
    void aCommitOfTheApiTellsTheSameAndMore() throws UnmappableException {
        // Given
        Payload api = Payload.of("commit").rules(SERVICES);
        Commit pushed = Payload.of("push")
                .rules(SERVICES)
                .only(CommitPushed.class)
                .getCommits()
                .get(0);

        // When
        Commit commit = new GitHubCommits(api.scene()).ofApi(api.json());

        // Then
        assertThat(commit.getParents()).containsExactly(A);
        assertThat(commit.getCommittedAt()).isEqualTo(Instant.parse("2026-03-02T07:31:00Z"));
        assertThat(commit.getFiles()).isEqualTo(1);
        commit.setParents(null);
        commit.setCommittedAt(null);
        commit.setFiles(null);
        commit.setAdditions(null);
        commit.setDeletions(null);
        assertThat(commit).isEqualTo(pushed);
    }
}
