package dev.streamgauge.connectors.providers.gitlab;

import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitLabPushesTest {

    private static final Body PUSH = Body.of("gitlab/push.json");

    private static CommitPushed push(Body body) {
        return Hooks.only(body, CommitPushed.class);
    }

    @Test
    void aPushToTheDefaultBranchIsALandingWithItsCommitsOldestFirst() {
        // When
        CommitPushed push = push(PUSH);

        // Then
        assertThat(push.getRepository()).isEqualTo("gitlab.example.org/acme/backend/shop");
        assertThat(push.getBranch()).isEqualTo("main");
        assertThat(push.getDefaultBranch()).isEqualTo("main");
        assertThat(push.getBefore()).isEqualTo(sha('1'));
        assertThat(push.getAfter()).isEqualTo(sha('3'));
        assertThat(push.getCommits()).extracting(Commit::getSha).containsExactly(sha('2'), sha('3'));
    }

    @Test
    void aPushTellsNoTimeSoThatItMovedTheBranchWhenItArrived() {
        // When
        CommitPushed push = push(PUSH);

        // Then
        assertThat(push.getOccurredAt()).isEqualTo(Deliveries.ARRIVED);
    }

    @Test
    void theTimestampOfACommitIsTheCommittersAndTheAuthorsStaysUnknown() {
        // When
        Commit commit = push(PUSH).getCommits().get(0);

        // Then
        assertThat(commit.getCommittedAt()).isEqualTo(Instant.parse("2026-03-02T08:27:31Z"));
        assertThat(commit.getAuthoredAt()).isNull();
        assertThat(commit.getParents()).isNull();
    }

    @Test
    void aMergeCommitNamesItsRequestInGitLabsWords() {
        // When
        List<Commit> commits = push(PUSH).getCommits();

        // Then
        assertThat(commits).extracting(Commit::getRequest).containsExactly(null, "142");
    }

    @ParameterizedTest
    @CsvSource({
        "See merge request acme/backend/shop!142, 142",
        "See merge request !142, 142",
        "See merge request backend/shop!142, 142",
        "See merge request acme/backend/webshop!142,",
        "See merge request op!142,",
        "I did not see merge request acme/backend/shop!142,"
    })
    void onlyARequestOfThisProjectIsNamed(String line, String request) {
        // When
        CommitPushed push = push(PUSH.with("commits.1.message", "Merge branch 'x' into 'main'\n\n" + line));

        // Then
        assertThat(push.getCommits().get(1).getRequest()).isEqualTo(request);
    }

    @Test
    void nothingOfAPersonIsInTheEvent() {
        // When
        CommitPushed push = push(PUSH);

        // Then
        assertThat(push.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("mira", "redacted");
    }

    @Test
    void aNewBranchHasNothingBefore() {
        // When
        CommitPushed push = push(PUSH.with("before", sha('0')).with("ref", "refs/heads/feature/cart"));

        // Then
        assertThat(push.getBefore()).isNull();
        assertThat(push.getBranch()).isEqualTo("feature/cart");
    }

    @Test
    void aBranchThatIsGoneIsIgnored() {
        // When
        String kind = Hooks.kind(PUSH.with("after", sha('0')).with("commits", List.of()));

        // Then
        assertThat(kind).isEqualTo("ignored: push");
    }

    @Test
    void aSystemHookOfAPushIsReadAsWell() {
        // When
        CommitPushed push = push(PUSH.without("object_kind"));

        // Then
        assertThat(push.getAfter()).isEqualTo(sha('3'));
    }

    @Test
    void theEventsOfTheApiSayWhenAPushWas() throws UnmappableException {
        // Given
        Body event = PUSH.with("created_at", "2026-03-02T09:40:02.123Z")
                .with(
                        "push_data",
                        Map.of("ref_type", "branch", "ref", "main", "commit_from", sha('1'), "commit_to", sha('3')));

        // When
        CommitPushed push = Pushes.ofEvent(event.json(), Hooks.project(), List.of());

        // Then
        assertThat(push.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T09:40:02.123Z"));
        assertThat(push.getBranch()).isEqualTo("main");
        assertThat(push.getBefore()).isEqualTo(sha('1'));
        assertThat(push.getAfter()).isEqualTo(sha('3'));
    }

    @Test
    void theEventsOfTheApiOfTagsAndOfRemovedBranchesAreNone() throws UnmappableException {
        // Given
        Body event = PUSH.with("push_data", Map.of("ref_type", "tag", "ref", "v1", "commit_to", sha('3')));
        Body removed = PUSH.with("push_data", Map.of("ref_type", "branch", "ref", "x", "commit_from", sha('3')));

        // When
        CommitPushed push = Pushes.ofEvent(event.json(), Hooks.project(), List.of());

        // Then
        assertThat(push).isNull();
        assertThat(Pushes.ofEvent(removed.json(), Hooks.project(), List.of())).isNull();
    }

    @Test
    void theApiTellsOfACommitWhenItWasWrittenAndItsParents() throws UnmappableException {
        // Given
        Body commit = PUSH.with("id", sha('5'))
                .with("message", "Fix")
                .with("author_email", "mira@example.org")
                .with("authored_date", "2026-03-01T08:00:00.000+01:00")
                .with("committed_date", "2026-03-01T09:00:00.000+01:00")
                .with("parent_ids", List.of(sha('1'), sha('2')))
                .with("stats", Map.of("additions", 5, "deletions", 0));

        // When
        Commit read = Commits.of(commit.json(), Hooks.project());

        // Then
        assertThat(read.getAuthoredAt()).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
        assertThat(read.getCommittedAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(read.getParents()).containsExactly(sha('1'), sha('2'));
        assertThat(read.getAdditions()).isEqualTo(5);
        assertThat(read.getDeletions()).isZero();
    }
}
