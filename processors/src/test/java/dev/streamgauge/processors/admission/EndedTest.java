package dev.streamgauge.processors.admission;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.schemas.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Example 11.23 of docs/metrics.md: a memory of thirty days, on 2 March at noon. */
class EndedTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String SHA = "a1".repeat(20);

    private static Optional<Refusal> refused(SpecificRecord event) {
        return Admission.check(event, Story.SHOP, NOW, new Memory(Duration.ofDays(30)))
                .map(Rejection::refusal);
    }

    @Test
    void aBuildIsAsOldAsItsFinish() {
        // Given
        BuildChanged halfAsOld = build("1", SHA).event();
        halfAsOld.setFinishedAt(Instant.parse("2026-02-15T12:00:00Z"));
        BuildChanged older = build("2", SHA).event();
        older.setFinishedAt(Instant.parse("2026-02-15T11:59:59.999Z"));

        // When
        var refusals = List.of(refused(halfAsOld), refused(older));

        // Then
        assertThat(refusals).containsExactly(Optional.empty(), Optional.of(Refusal.BEYOND_MEMORY));
    }

    @Test
    void aRequestThatIsStillOpenIsNotOver() {
        // Given
        ReviewChanged review = request("1").event();
        review.setOpenedAt(Instant.parse("2026-01-01T00:00:00Z"));
        review.setOccurredAt(Instant.parse("2026-03-01T00:00:00Z"));

        // When
        var refusal = refused(review);

        // Then
        assertThat(refusal).isEmpty();
    }

    @Test
    void aMergedRequestIsAsOldAsItsMergeWhenEverItIsToldOf() {
        // Given
        ReviewChanged review = request("1").merged(SHA).event();
        review.setMergedAt(Instant.parse("2026-02-01T00:00:00Z"));
        review.setOccurredAt(NOW);

        // When
        var refusal = refused(review);

        // Then
        assertThat(refusal).contains(Refusal.BEYOND_MEMORY);
    }

    @Test
    void aPushIsAsOldAsItself() {
        // Given
        CommitPushed push = landed(commit(SHA)).event();
        push.setOccurredAt(Instant.parse("2026-02-01T00:00:00Z"));

        // When
        var refusal = refused(push);

        // Then
        assertThat(refusal).contains(Refusal.BEYOND_MEMORY);
    }

    @Test
    void anOldIncidentThatWasResolvedTodayWasOverToday() {
        // Given
        IncidentChanged incident = incident("I1").event();
        incident.setState("resolved");
        incident.setOpenedAt(Instant.parse("2026-01-01T00:00:00Z"));
        incident.setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"));
        incident.setResolvedAt(NOW);

        // When
        var refusal = refused(incident);

        // Then
        assertThat(refusal).isEmpty();
    }

    @Test
    void aLookIsOverWhenItWasTaken() {
        // Given
        SourceChecked look = SourceChecked.newBuilder()
                .setEventId("e")
                .setSource("github")
                .setRepository(Story.SHOP)
                .setOccurredAt(Instant.parse("2001-01-01T00:00:00Z"))
                .setReceivedAt(NOW)
                .build();

        // When
        var refusal = refused(look);

        // Then
        assertThat(refusal).isPresent();
    }

    @Test
    void whoOwnsARepositoryIsNeverOver() {
        // Given
        RepositoryOwned owned = RepositoryOwned.newBuilder()
                .setEventId("e")
                .setSource("file")
                .setRepository(Story.SHOP)
                .setOccurredAt(Instant.parse("2001-01-01T00:00:00Z"))
                .setReceivedAt(NOW)
                .setTeam("shop")
                .build();

        // When
        var refusal = refused(owned);

        // Then
        assertThat(refusal).isEmpty();
    }
}
