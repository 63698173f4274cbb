package dev.streamgauge.connectors.connect.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiSettings;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.Call;
import dev.streamgauge.connectors.connect.testkit.FakeApi;
import dev.streamgauge.connectors.connect.testkit.Pages;
import dev.streamgauge.connectors.connect.testkit.Requests;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of a list that changes while it is read. */
class NewestFirstTest {

    private final FakeApi server = new FakeApi();
    private final List<String> items = new ArrayList<>();
    private final Api api = new Api(
            new ApiSettings(server.base(), Map.of(), Duration.ofSeconds(5), 0), new RateBudget(0), Clock.systemUTC());
    private final PollingMetrics metrics = new PollingMetrics();
    private final NewestFirst stream = stream();
    private final List<String> told = new ArrayList<>();
    private Cursor cursor;

    @BeforeEach
    void eightRequests() {
        server.route("/requests", Pages.of(server, () -> List.copyOf(items)));
        for (int number = 8; number >= 1; number--) {
            items.add(Requests.item(number, "2026-03-0%dT10:00:00Z".formatted(number)));
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldTellEverythingOnEveryPageAndRememberTheNewest() throws Exception {
        // When
        pass(stream);

        // Then
        assertThat(told).containsExactly("8", "7", "6", "5", "4", "3", "2", "1");
        assertThat(cursor.updatedAt()).isEqualTo("2026-03-08T10:00:00Z");
        assertThat(cursor.pageCursor()).isNull();
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void shouldNotReadOnWhenNothingHasChanged() throws Exception {
        // Given
        pass(stream);
        told.clear();

        // When
        pass(stream);

        // Then
        assertThat(told).isEmpty();
        assertThat(server.calls()).hasSize(4);
        assertThat(server.calls().get(3).headers()).containsKey("If-None-Match");
    }

    @Test
    void shouldTellOnlyWhatHasChangedSince() throws Exception {
        // Given
        pass(stream);
        told.clear();
        change(3, "2026-03-09T10:00:00Z");

        // When
        pass(stream);

        // Then
        assertThat(told).containsExactly("3");
        assertThat(server.calls()).hasSize(4);
    }

    @Test
    void shouldMissNothingWhenTheListIsReorderedBetweenItsPages() throws Exception {
        // Given
        stepUntil("6");
        change(2, "2026-03-09T10:00:00Z");
        change(7, "2026-03-09T11:00:00Z");
        pass(stream);
        assertThat(told).doesNotContain("2");

        // When
        pass(stream);

        // Then
        assertThat(told).contains("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(told.subList(told.size() - 2, told.size())).containsExactly("7", "2");
    }

    @Test
    void shouldFindWhatCameLateWithinTheOverlap() throws Exception {
        // Given
        pass(stream);
        told.clear();
        items.add(1, Requests.item(9, "2026-03-08T09:58:00Z"));

        // When
        pass(stream);

        // Then
        assertThat(told).containsExactly("9");
    }

    @Test
    void shouldDoTheSameStepAgainAfterTroubleInTheMiddle() throws Exception {
        // Given
        stepUntil("6");
        server.next(call -> Answer.status(502));
        server.next(call -> null);
        server.next(call -> Answer.json("[" + Requests.item(2, "2026-03-02T10:00:00Z") + "]")
                .brokenAfter(12));
        int troubles = 0;

        // When
        while (told.size() < 8) {
            try {
                step(stream);
            } catch (ApiException.Unavailable e) {
                troubles++;
            }
        }

        // Then
        assertThat(troubles).isEqualTo(2);
        assertThat(told).containsExactly("8", "7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    void shouldGoOnWhereItWasAfterARestart() throws Exception {
        // Given
        stepUntil("5");
        NewestFirst restarted = stream();
        restarted.resume(Cursor.of(cursor.toMap()));
        told.clear();

        // When
        pass(restarted);

        // Then
        assertThat(told).containsExactly("5", "4", "3", "2", "1");
        assertThat(cursor.updatedAt()).isEqualTo("2026-03-08T10:00:00Z");
        assertThat(server.calls()).hasSize(4);
    }

    @Test
    void shouldNotClaimToBeThroughBeforeItIs() throws Exception {
        // When
        stepUntil("2");

        // Then
        assertThat(cursor.updatedAt()).isNull();
        assertThat(cursor.passUntil()).isEqualTo("2026-03-08T10:00:00Z");
        assertThat(cursor.pageCursor()).contains("page=3");
    }

    @Test
    void shouldPassOverWhatCannotBeMappedAndCountIt() throws Exception {
        // Given
        items.set(1, "{\"updated_at\":\"2026-03-07T10:00:00Z\"}");

        // When
        pass(stream);

        // Then
        assertThat(told).containsExactly("8", "6", "5", "4", "3", "2", "1");
        assertThat(metrics.counters()).containsEntry("unmappable-total", 1L);
    }

    @Test
    void shouldStopAtTheTimeThatItIsToBeginWith() throws Exception {
        // Given
        NewestFirst recent = new NewestFirst(
                new Requests(api, Duration.ofMinutes(5)), Instant.parse("2026-03-06T00:00:00Z"), metrics);

        // When
        pass(recent);

        // Then
        assertThat(told).containsExactly("8", "7", "6");
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void shouldWaitForTheResetInTheMiddleOfAPassAndLoseNothing() throws Exception {
        // Given
        stepUntil("6");
        server.next(call -> Answer.status(429).with("Retry-After", 3600));

        // When
        assertThatThrownBy(() -> step(stream)).isInstanceOf(ApiException.Limited.class);

        // Then
        assertThat(server.calls().stream().map(Call::path)).hasSize(2);
        assertThat(cursor.updatedAt()).isNull();
    }

    private NewestFirst stream() {
        return new NewestFirst(new Requests(api, Duration.ofMinutes(5)), null, metrics);
    }

    private void change(int number, String changedAt) {
        items.removeIf(item -> item.contains("\"number\":" + number + ","));
        items.add(0, Requests.item(number, changedAt));
    }

    private Step step(NewestFirst from) throws ApiException, InterruptedException {
        Step step = from.step();
        cursor = step.cursor();
        step.events().forEach(event -> told.add(((ReviewChanged) event).getRequest()));
        return step;
    }

    private void stepUntil(String number) throws ApiException, InterruptedException {
        while (!told.contains(number)) {
            step(stream);
        }
    }

    private void pass(NewestFirst from) throws ApiException, InterruptedException {
        boolean done = false;
        while (!done) {
            done = step(from).passDone();
        }
    }
}
