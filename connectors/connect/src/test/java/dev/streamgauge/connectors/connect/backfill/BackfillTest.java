package dev.streamgauge.connectors.connect.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.Backfilled;
import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackfillTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeGitHub github = new FakeGitHub();

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void shouldSayHowFarItIs() throws Exception {
        // Given
        try (Backfill backfill = backfill(Set.of("pulls", "deployments"))) {
            BackfillProgress before = backfill.progress();

            // When
            while (!(backfill.next() instanceof Backfill.Turn.Finished)) {
                assertThat(backfill.progress().fraction()).isBetween(0.0, 1.0);
            }

            // Then
            assertThat(before.streams()).isEqualTo(new BackfillProgress.Streams(0, 0));
            assertThat(backfill.progress().streams()).isEqualTo(new BackfillProgress.Streams(2, 2));
            assertThat(backfill.progress().fraction()).isEqualTo(1);
        }
    }

    @Test
    void shouldLeaveOutWhatTheProviderDoesNotGiveAndSayWhich() throws Exception {
        // Given
        github.api().route("/repos/acme/shop/issues", call -> Answer.status(410));
        try (Backfill backfill = backfill(Set.of("incidents"))) {
            assertThat(backfill.next()).isInstanceOf(Backfill.Turn.Events.class);

            // When
            Backfill.Turn turn = backfill.next();

            // Then
            assertThat(turn)
                    .isInstanceOfSatisfying(
                            Backfill.Turn.LeftOut.class,
                            left -> assertThat(left.message()).contains("issues answered 410"));
            assertThat(backfill.next()).isInstanceOf(Backfill.Turn.Finished.class);
        }
    }

    @Test
    void shouldSayUntilWhenItWaitsForTheBudget() throws Exception {
        // Given
        try (Backfill backfill = backfill(Set.of("pulls"))) {
            assertThat(backfill.next()).isInstanceOf(Backfill.Turn.Events.class);
            github.api().next(call -> Answer.status(429).with("Retry-After", 600));

            // When
            Backfill.Turn turn = backfill.next();

            // Then
            assertThat(turn).isInstanceOfSatisfying(Backfill.Turn.Wait.class, wait -> {
                assertThat(wait.limited()).isTrue();
                assertThat(wait.until()).isAfter(Instant.now().plusSeconds(500));
            });
            assertThat(backfill.progress().budget().blockedUntil()).isNotNull();
        }
    }

    @Test
    void shouldEndAtOnceWhenTheTokenIsWrong() {
        // Given
        github.api().next(call -> Answer.status(401));

        // Then
        try (Backfill backfill = backfill(Set.of("pulls"))) {
            assertThatThrownBy(() -> {
                        while (!(backfill.next() instanceof Backfill.Turn.Finished)) {
                            assertThat(backfill.cursor()).isNotNull();
                        }
                    })
                    .isInstanceOf(ApiException.Refused.class)
                    .hasMessageContaining("the token is wrong");
        }
    }

    @Test
    void shouldRefuseACursorThatIsNone() {
        assertThatThrownBy(() -> BackfillCursor.fromJson("{\"hello\":1}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BackfillCursor.fromJson("{")).isInstanceOf(IllegalArgumentException.class);
    }

    private Backfill backfill(Set<String> streams) {
        return Backfill.of(Backfilled.settings(github.api(), List.of("acme/shop"), streams), BEGIN);
    }
}
