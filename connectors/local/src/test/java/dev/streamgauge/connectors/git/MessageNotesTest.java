package dev.streamgauge.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.Trailer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageNotesTest {

    private static final Person ADA = new Person("Ada", "ada@example.org");
    private static final Person ROBIN = new Person("Robin Robot", "robin@example.org");
    private static final People ANONYMOUS = People.anonymous();
    private static final People HASHED = ANONYMOUS.identifiedWith("key".getBytes(StandardCharsets.UTF_8));
    private static final People ASSISTED = ANONYMOUS.assistedBy(List.of("robin robot"));

    @Test
    void anOrdinaryCommitHasNoNotes() {
        assertThat(MessageNotes.of(ADA, "a title\n\nSigned-off-by: Ada <ada@example.org>", ANONYMOUS))
                .isSameAs(CommitNotes.NONE);
    }

    @Test
    void originsAreKeptAndOtherTrailersAreNot() {
        // Given
        String message = """
                fix

                This reverts commit 1234567890123456789012345678901234567890.
                Reviewed-by: Grace <grace@example.org>
                (cherry picked from commit abcdefabcdefabcdefabcdefabcdefabcdefabcd)
                """;

        // When
        CommitNotes notes = MessageNotes.of(ADA, message, ANONYMOUS);

        // Then
        assertThat(notes.trailers())
                .containsExactly(
                        new Trailer("Reverts", "1234567890123456789012345678901234567890"),
                        new Trailer("Cherry-picked-from", "abcdefabcdefabcdefabcdefabcdefabcdefabcd"));
    }

    @Test
    void personsAreWithheldWithoutAKey() {
        // When
        CommitNotes notes = MessageNotes.of(ADA, "x\n\nCo-authored-by: Grace <grace@example.org>", ANONYMOUS);

        // Then
        assertThat(notes.author()).isNull();
        assertThat(notes.trailers()).containsExactly(new Trailer("Co-authored-by", "withheld"));
    }

    @Test
    void personsAreKeyedHashesWithAKey() {
        // When
        CommitNotes notes = MessageNotes.of(ADA, "x\n\nco-authored-by: Other Name <ADA@example.org>", HASHED);

        // Then
        assertThat(notes.author()).matches("hmac:[0-9a-f]{32}");
        assertThat(notes.trailers()).containsExactly(new Trailer("Co-authored-by", notes.author()));
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        // Given
        People other = ANONYMOUS.identifiedWith("other".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(other.identify(ADA.email())).isNotEqualTo(HASHED.identify(ADA.email()));
    }

    @Test
    void aKnownAssistantAmongTheAuthorsIsEvidence() {
        // When
        CommitNotes notes = MessageNotes.of(ADA, "x\n\nCo-Authored-By: Robin Robot <r@example.org>", ASSISTED);

        // Then
        assertThat(notes.aiEvidence()).isEqualTo("assisted");
        assertThat(notes.actorClass()).isNull();
        assertThat(notes.trailers()).containsExactly(new Trailer("Co-authored-by", "robin robot"));
    }

    @Test
    void aKnownAssistantAsAuthorIsAnAgent() {
        // When
        CommitNotes notes = MessageNotes.of(ROBIN, "x", ASSISTED);

        // Then
        assertThat(notes.aiEvidence()).isEqualTo("agent-authored");
        assertThat(notes.actorClass()).isEqualTo("agent");
    }

    @Test
    void trailersThatSpeakOfAssistanceNeedNoKnownName() {
        assertThat(MessageNotes.of(ADA, "x\n\nAssisted-by: something", ANONYMOUS)
                        .aiEvidence())
                .isEqualTo("assisted");
    }

    @Test
    void withoutASignThereIsNoEvidenceOnlyIfOneWasLookedFor() {
        assertThat(MessageNotes.of(ADA, "x", ASSISTED).aiEvidence()).isEqualTo("no-evidence");
        assertThat(MessageNotes.of(ADA, "x", ANONYMOUS).aiEvidence()).isNull();
    }

    @Test
    void anAccountOfAProgramIsABot() {
        assertThat(MessageNotes.of(new Person("deps[bot]", ""), "x", ANONYMOUS).actorClass())
                .isEqualTo("bot");
    }

    @Test
    void aMessageThatIsAllTrailersIsCutShort() {
        // Given
        String message = "x\n\n" + "Co-authored-by: A <a@b>\n".repeat(10_000);

        // Then
        assertThat(MessageNotes.of(ADA, message, ANONYMOUS).trailers()).hasSize(50);
    }

    @Test
    void picksAndRevertsAreNamedByTheirFullHashes() {
        // Given
        String sha1 = "1234567890123456789012345678901234567890";
        String sha256 = "ab".repeat(32);
        String message = "fix\n\nThis reverts commit " + sha1 + ", reversing\nchanges made to " + sha256
                + ".\n\nThis reverts commit " + sha256 + ".\n(cherry picked from commit " + sha1
                + ")\n(cherry picked from commit " + sha1 + ")\n";

        // When
        CommitNotes notes = MessageNotes.of(ADA, message, ANONYMOUS);

        // Then
        assertThat(notes.origins().reverts()).containsExactly(sha1, sha256);
        assertThat(notes.origins().pickedFrom()).containsExactly(sha1);
    }

    @Test
    void aShortHashNamesNoCommitForEver() {
        // Given
        String message = "x\n\nThis reverts commit 1234567.\n(cherry picked from commit " + "a".repeat(41) + ")";

        // When
        CommitNotes notes = MessageNotes.of(ADA, message, ANONYMOUS);

        // Then
        assertThat(notes.origins()).isEqualTo(CommitNotes.Origins.NONE);
        assertThat(notes.trailers()).hasSize(2);
    }

    @Test
    void aHashInTheMiddleOfALineIsNoOrigin() {
        // Given
        String message = "x\n\nWe think that This reverts commit " + "a".repeat(40);

        // Then
        assertThat(MessageNotes.of(ADA, message, ANONYMOUS)).isSameAs(CommitNotes.NONE);
    }
}
