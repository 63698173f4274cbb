package dev.streamgauge.connectors.connect.polling.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Step;
import dev.streamgauge.connectors.connect.polling.Undelivered;
import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiSettings;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.Call;
import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import dev.streamgauge.connectors.connect.testkit.TestClock;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.schemas.json.EventRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which deliveries GitHub is asked to send again. */
class DeliverySweepTest {

    private final FakeGitHub github = new FakeGitHub();
    private final TestClock clock = new TestClock("2026-03-10T10:00:00Z");
    private final PollingMetrics metrics = new PollingMetrics();
    private final Api api =
            new Api(new ApiSettings(github.api().base(), Map.of(), Duration.ofSeconds(5), 0), new RateBudget(0), clock);
    private final DeliverySweep sweep = new DeliverySweep(
            new Repo(api, "acme/shop", "github.com", clock), "https://gate.example/webhooks", clock, metrics);

    @BeforeEach
    void hooks() {
        github.add("hooks", "{\"id\":7,\"config\":{\"url\":\"https://gate.example/webhooks/github\"}}");
        github.add("hooks", "{\"id\":8,\"config\":{\"url\":\"https://somebody.example/else\"}}");
        github.api().route(".*/attempts", call -> Answer.status(202).saying("{}"));
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void shouldAskAgainForWhatFailedAndOnlyForThat() throws Exception {
        // Given
        delivered(1, "a", "2026-03-10T09:00:00Z", 200);
        delivered(2, "b", "2026-03-10T09:00:00Z", 503);
        delivered(3, "c", "2026-03-09T09:00:00Z", 0);

        // When
        sweep.step();

        // Then
        assertThat(again()).containsExactly("2", "3");
        assertThat(metrics.counters()).containsEntry("redelivered-total", 2L);
    }

    @Test
    void shouldNotAskAgainForWhatALaterAttemptBrought() throws Exception {
        // Given
        delivered(2, "b", "2026-03-10T09:30:00Z", 202);
        delivered(1, "b", "2026-03-10T09:00:00Z", 502);

        // When
        sweep.step();

        // Then
        assertThat(again()).isEmpty();
    }

    @Test
    void shouldLeaveAloneWhatIsTooYoungOrTooOld() throws Exception {
        // Given
        delivered(1, "a", "2026-03-10T09:59:00Z", 503);
        delivered(2, "b", "2026-03-07T09:00:00Z", 503);

        // When
        sweep.step();

        // Then
        assertThat(again()).isEmpty();
    }

    @Test
    void shouldAskLessAndLessOftenAndEndAfterFiveAttempts() throws Exception {
        // Given
        for (int attempt = 6; attempt >= 1; attempt--) {
            delivered(attempt, "a", "2026-03-10T0%d:00:00Z".formatted(attempt), 503);
        }
        delivered(20, "b", "2026-03-10T09:56:00Z", 503);
        delivered(19, "b", "2026-03-10T09:50:00Z", 503);
        delivered(18, "b", "2026-03-10T09:40:00Z", 503);

        // When
        sweep.step();

        // Then
        assertThat(again()).isEmpty();
    }

    @Test
    void shouldTellWhatIsMissingAndWhatMayStillCome() throws Exception {
        // Given
        delivered(1, "taken", "2026-03-10T09:00:00Z", 200);
        delivered(2, "asked", "2026-03-10T09:10:00Z", 503);
        delivered(3, "young", "2026-03-10T09:59:00Z", 503);
        for (int attempt = 6; attempt >= 1; attempt--) {
            delivered(10 + attempt, "lost", "2026-03-10T0%d:00:00Z".formatted(attempt), 503);
        }

        // When
        Undelivered undelivered = sweep.step().undelivered();

        // Then
        assertThat(undelivered)
                .isEqualTo(new Undelivered(
                        Instant.parse("2026-03-07T10:10:00Z"), Instant.parse("2026-03-10T01:00:00Z"), 1, 1, 1));
    }

    @Test
    void shouldTellThatNothingIsMissing() throws Exception {
        // Given
        delivered(1, "taken", "2026-03-10T09:00:00Z", 202);

        // When
        Undelivered undelivered = sweep.step().undelivered();

        // Then
        assertThat(undelivered).isEqualTo(new Undelivered(Instant.parse("2026-03-07T10:10:00Z"), null, 0, 0, 0));
    }

    @Test
    void shouldHaveTheProcessorsKnowWhatIsMissing() throws Exception {
        // Given
        delivered(1, "taken", "2026-03-10T09:00:00Z", 200);
        delivered(2, "asked", "2026-03-10T09:10:00Z", 503);
        delivered(3, "young", "2026-03-10T09:59:00Z", 503);
        for (int attempt = 6; attempt >= 1; attempt--) {
            delivered(10 + attempt, "lost", "2026-03-10T0%d:00:00Z".formatted(attempt), 503);
        }

        // When
        SourceChecked look = look();

        // Then
        assertThat(look)
                .isEqualTo(new SourceChecked(
                        look.getEventId(),
                        "github",
                        "github.com/acme/shop",
                        Instant.parse("2026-03-10T10:00:00Z"),
                        Instant.parse("2026-03-10T10:00:00Z"),
                        Instant.parse("2026-03-07T10:10:00Z"),
                        Instant.parse("2026-03-10T01:00:00Z"),
                        2L,
                        1L));
        EventRules.check(look);
    }

    @Test
    void shouldTakeItBackWhenItWasDeliveredAgain() throws Exception {
        // Given
        delivered(2, "b", "2026-03-10T09:00:00Z", 503);
        SourceChecked failed = look();
        delivered(3, "b", "2026-03-10T10:00:30Z", 202);
        clock.advance(Duration.ofMinutes(1));

        // When
        SourceChecked well = look();

        // Then
        assertThat(failed.getWaiting()).isEqualTo(1);
        assertThat(well.getOccurredAt()).isEqualTo("2026-03-10T10:01:00Z");
        assertThat(well.getWaiting()).isZero();
        assertThat(well.getMissingSince()).isNull();
        assertThat(well.getEventId()).isNotEqualTo(failed.getEventId());
    }

    @Test
    void shouldSayTheSameOnlyOnceAnHour() throws Exception {
        // Given
        delivered(2, "b", "2026-03-10T09:00:00Z", 503);
        look();
        clock.advance(Duration.ofMinutes(59));
        List<SpecificRecord> within = sweep.step().events();
        clock.advance(Duration.ofMinutes(1));

        // When
        SourceChecked again = look();

        // Then
        assertThat(within).isEmpty();
        assertThat(again.getOccurredAt()).isEqualTo("2026-03-10T11:00:00Z");
    }

    @Test
    void shouldNotTakeAnotherAttemptForNews() throws Exception {
        // Given
        delivered(2, "b", "2026-03-10T09:00:00Z", 503);
        look();
        delivered(3, "b", "2026-03-10T10:00:00Z", 503);
        clock.advance(Duration.ofMinutes(1));

        // When
        Step step = sweep.step();

        // Then
        assertThat(step.undelivered().waiting()).isEqualTo(1);
        assertThat(step.events()).isEmpty();
    }

    @Test
    void shouldSayItAgainIfItCouldNotBeSaid() throws Exception {
        // Given
        delivered(2, "b", "2026-03-10T09:00:00Z", 200);
        github.api().next(call -> null);
        github.api().next(call -> null);
        github.api().next(call -> Answer.status(502));
        assertThatThrownBy(sweep::step).isInstanceOf(ApiException.class);

        // When
        SourceChecked look = look();

        // Then
        assertThat(look.getWaiting()).isZero();
    }

    @Test
    void shouldClaimNothingWhereNoWebhookIsOurs() throws Exception {
        // Given
        DeliverySweep elsewhere = new DeliverySweep(
                new Repo(api, "acme/shop", "github.com", clock), "https://other.example/webhooks", clock, metrics);

        // When
        Step step = elsewhere.step();

        // Then
        assertThat(step.events()).isEmpty();
        assertThat(step.undelivered()).isNull();
    }

    private SourceChecked look() throws Exception {
        List<SpecificRecord> events = sweep.step().events();
        assertThat(events).singleElement().isInstanceOf(SourceChecked.class);
        return (SourceChecked) events.get(0);
    }

    private void delivered(int id, String guid, String at, int status) {
        github.add(
                "hooks/7/deliveries",
                "{\"id\":%d,\"guid\":\"%s\",\"delivered_at\":\"%s\",\"status_code\":%d}"
                        .formatted(id, guid, at, status));
    }

    private List<String> again() {
        return github.api().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .map(Call::path)
                .map(path -> path.replaceAll(".*/deliveries/(\\d+)/attempts", "$1"))
                .toList();
    }
}
