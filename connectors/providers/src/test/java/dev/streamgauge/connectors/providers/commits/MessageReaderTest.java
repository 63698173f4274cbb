package dev.streamgauge.connectors.providers.commits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.Trailer;
import dev.streamgauge.settings.match.NameList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private static final Person ADA = new Person("Ada", "ada@example.org");
    private static final Person ROBIN = new Person("Robin Robot", "robin@example.org");
    private static final Signs SIGNS = new Signs(
            new Assistants(Map.of("robin", List.of("Robin Robot", "*+robin@example.net"))),
            List.of("Assisted-by"),
            NameList.of(List.of("robo-*")),
            NameList.of(List.of("deps")));
    private static final MessageReader ANONYMOUS = MessageReader.BARE;
    private static final MessageReader HASHED = new MessageReader(Signs.NONE, People.identifiedWith("key"));
    private static final MessageReader ASSISTED = new MessageReader(SIGNS, People.anonymous());

    @Test
    void anOrdinaryCommitHasNoNotes() {
        assertThat(ANONYMOUS.read(ADA, "a title\n\nSigned-off-by: Ada <ada@example.org>"))
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
        CommitNotes notes = ANONYMOUS.read(ADA, message);

        // Then
        assertThat(notes.trailers())
                .containsExactly(
                        new Trailer("Reverts", "1234567890123456789012345678901234567890"),
                        new Trailer("Cherry-picked-from", "abcdefabcdefabcdefabcdefabcdefabcdefabcd"));
    }

    @Test
    void personsAreWithheldWithoutAKey() {
        // When
        CommitNotes notes = ANONYMOUS.read(ADA, "x\n\nCo-authored-by: Grace <grace@example.org>");

        // Then
        assertThat(notes.author()).isNull();
        assertThat(notes.trailers()).containsExactly(new Trailer("Co-authored-by", "withheld"));
    }

    @Test
    void personsAreKeyedHashesWithAKey() {
        // When
        CommitNotes notes = HASHED.read(ADA, "x\n\nco-authored-by: Other Name <ADA@example.org>");

        // Then
        assertThat(notes.author()).matches("hmac:[0-9a-f]{32}");
        assertThat(notes.trailers()).containsExactly(new Trailer("Co-authored-by", notes.author()));
    }

    @Test
    void aRedactedAddressIsNobodys() {
        assertThat(HASHED.people().identify("[REDACTED]")).isNull();
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        // Given
        People other = People.identifiedWith("other");

        // Then
        assertThat(other.identify(ADA.email())).isNotEqualTo(HASHED.people().identify(ADA.email()));
    }

    @Test
    void aKnownAssistantAmongTheAuthorsIsEvidence() {
        // When
        CommitNotes notes = ASSISTED.read(ADA, "x\n\nCo-Authored-By: Robin Robot <r@example.org>");

        // Then
        assertThat(notes.aiEvidence()).isEqualTo("assisted");
        assertThat(notes.actorClass()).isNull();
        assertThat(notes.trailers()).containsExactly(new Trailer("Co-authored-by", "robin"));
    }

    @Test
    void aKnownAssistantAsAuthorIsAnAgent() {
        // When
        CommitNotes notes = ASSISTED.read(ROBIN, "x");

        // Then
        assertThat(notes.aiEvidence()).isEqualTo("agent-authored");
        assertThat(notes.actorClass()).isEqualTo("agent");
    }

    @Test
    void anAddressWithAStarIsAssistanceToo() {
        assertThat(ASSISTED.read(ADA, "x\n\nCo-authored-by: R <12+Robin@example.net>")
                        .aiEvidence())
                .isEqualTo("assisted");
    }

    @Test
    void anAccountOfAnAgentIsAnAgent() {
        assertThat(ASSISTED.read(new Person("Robo-7", ""), "x").actorClass()).isEqualTo("agent");
    }

    @Test
    void trailersThatSpeakOfAssistanceNeedNoKnownName() {
        assertThat(ASSISTED.read(ADA, "x\n\nassisted-BY: something").aiEvidence())
                .isEqualTo("assisted");
    }

    @Test
    void withoutASignThereIsNoEvidenceOnlyIfOneWasLookedFor() {
        assertThat(ASSISTED.read(ADA, "x\n\nAssisted-by:")).isSameAs(CommitNotes.PLAIN);
        assertThat(ANONYMOUS.read(ADA, "x").aiEvidence()).isNull();
    }

    @Test
    void anAccountOfAProgramIsABot() {
        assertThat(ANONYMOUS.read(new Person("deps[bot]", ""), "x").actorClass())
                .isEqualTo("bot");
        assertThat(ASSISTED.read(new Person("deps", ""), "x").actorClass()).isEqualTo("bot");
    }

    @Test
    void aMessageThatIsAllTrailersIsCutShort() {
        // Given
        String message = "x\n\n" + "Co-authored-by: A <a@b>\n".repeat(10_000);

        // Then
        assertThat(ANONYMOUS.read(ADA, message).trailers()).hasSize(50);
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
        CommitNotes notes = ANONYMOUS.read(ADA, message);

        // Then
        assertThat(notes.origins().reverts()).containsExactly(sha1, sha256);
        assertThat(notes.origins().pickedFrom()).containsExactly(sha1);
    }

    @Test
    void aShortHashNamesNoCommitForEver() {
        // Given
        String message = "x\n\nThis reverts commit 1234567.\n(cherry picked from commit " + "a".repeat(41) + ")";

        // When
        CommitNotes notes = ANONYMOUS.read(ADA, message);

        // Then
        assertThat(notes.origins()).isEqualTo(CommitNotes.Origins.NONE);
        assertThat(notes.trailers()).hasSize(2);
    }

    @Test
    void aHashInTheMiddleOfALineIsNoOrigin() {
        // Given
        String message = "x\n\nWe think that This reverts commit " + "a".repeat(40);

        // Then
        assertThat(ANONYMOUS.read(ADA, message)).isSameAs(CommitNotes.NONE);
    }
}
