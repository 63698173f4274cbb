package dev.streamgauge.connectors.connect.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiSettings;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.FakeApi;
import dev.streamgauge.connectors.connect.testkit.Pages;
import dev.streamgauge.connectors.connect.testkit.Requests;
import dev.streamgauge.connectors.connect.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wheel: whose turn it is, and what becomes of trouble. */
class PollingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeApi server = new FakeApi();
    private final TestClock clock = new TestClock("2026-03-10T10:00:00Z");
    private final PollingMetrics metrics = new PollingMetrics();
    private final Polling polling = new Polling(MINUTE, clock, new SplittableRandom(1), metrics);
    private final Api api =
            new Api(new ApiSettings(server.base(), Map.of(), Duration.ofSeconds(5), 0), new RateBudget(0), clock);

    @BeforeEach
    void twoRequests() {
        List<String> items =
                List.of(Requests.item(2, "2026-03-02T10:00:00Z"), Requests.item(1, "2026-03-01T10:00:00Z"));
        server.route("/requests", Pages.of(server, () -> items));
        polling.add(new NewestFirst(new Requests(api, MINUTE), null, metrics), Cursor.NONE);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldRestForAboutTheIntervalWhenAPassIsThrough() throws Exception {
        // When
        Outcome.Idle idle = untilIdle(new ArrayList<>());

        // Then
        assertThat(idle.limited()).isFalse();
        assertThat(Duration.between(clock.instant(), idle.until())).isBetween(MINUTE.dividedBy(2), MINUTE);
        assertThat(metrics.counters()).containsEntry("events-total", 2L);
    }

    @Test
    void shouldSayUntilWhenTheBudgetIsWaitedForAndCountTheWaitOnce() throws Exception {
        // Given
        server.next(call -> Answer.status(403)
                .with("x-ratelimit-remaining", 0)
                .with("x-ratelimit-reset", Instant.parse("2026-03-10T10:40:00Z").getEpochSecond()));

        // When
        Outcome first = polling.turn();
        Outcome second = polling.turn();

        // Then
        Outcome.Idle waiting = new Outcome.Idle(Instant.parse("2026-03-10T10:40:00Z"), true);
        assertThat(List.of(first, second)).containsOnly(waiting);
        assertThat(metrics.counters()).containsEntry("rate-limit-waits-total", 1L);
        assertThat(metrics.waitingUntil()).isEqualTo("2026-03-10T10:40:00Z");
    }

    @Test
    void shouldGoOnByItselfAfterTheReset() throws Exception {
        // Given
        server.next(call -> Answer.status(429).with("Retry-After", 600));
        polling.turn();
        clock.advance(Duration.ofMinutes(10));
        List<Outcome.Done> done = new ArrayList<>();

        // When
        untilIdle(done);

        // Then
        assertThat(done.stream().mapToInt(each -> each.step().events().size()).sum())
                .isEqualTo(2);
    }

    @Test
    void shouldTryAgainLaterEachTimeButNeverGiveUp() throws Exception {
        // Given
        List<Duration> pauses = new ArrayList<>();

        // When
        for (int i = 0; i < 12; i++) {
            server.next(call -> Answer.status(502));
            polling.turn();
            Outcome.Idle idle = (Outcome.Idle) polling.turn();
            pauses.add(Duration.between(clock.instant(), idle.until()));
            clock.set(idle.until());
        }

        // Then
        assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(pauses.get(4)).isGreaterThanOrEqualTo(Duration.ofSeconds(8));
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofMinutes(5)));
        assertThat(polling.turn()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void shouldNotLetOneRefusedStreamHoldUpTheOthers() throws Exception {
        // Given
        server.next(call -> Answer.status(404));
        polling.turn();
        polling.add(new NewestFirst(new Requests(api, MINUTE), null, metrics), Cursor.NONE);
        List<Outcome.Done> done = new ArrayList<>();

        // When
        untilIdle(done);

        // Then
        assertThat(done).isNotEmpty();
        assertThat(metrics.counters()).containsEntry("refused-calls-total", 1L);
    }

    @Test
    void shouldStopWhenTheCredentialsAreRefused() {
        // Given
        server.next(call -> Answer.status(401));

        // Then
        assertThatThrownBy(polling::turn)
                .isInstanceOf(ApiException.Refused.class)
                .hasMessageContaining("the token is wrong");
    }

    private Outcome.Idle untilIdle(List<Outcome.Done> done) throws ApiException.Refused, InterruptedException {
        while (true) {
            Outcome outcome = polling.turn();
            if (outcome instanceof Outcome.Idle idle) {
                return idle;
            }
            done.add((Outcome.Done) outcome);
        }
    }
}
