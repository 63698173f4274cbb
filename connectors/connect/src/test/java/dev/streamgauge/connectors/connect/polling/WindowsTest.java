package dev.streamgauge.connectors.connect.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.connect.polling.http.ApiSettings;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.FakeApi;
import dev.streamgauge.connectors.connect.testkit.Pages;
import dev.streamgauge.connectors.connect.testkit.Requests;
import dev.streamgauge.connectors.connect.testkit.TestClock;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.ReviewChanged;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of a list of which the API gives a thousand at most. */
class WindowsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final FakeApi server = new FakeApi();
    private final TestClock clock = new TestClock("2026-03-02T00:00:00Z");
    private final Api api =
            new Api(new ApiSettings(server.base(), Map.of(), Duration.ofSeconds(5), 0), new RateBudget(0), clock);
    private final List<Run> runs = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Windows stream = stream();
    private Cursor cursor;

    private record Run(int id, Instant created, String state) {
        @Override
        public String toString() {
            return "{\"number\":%d,\"updated_at\":\"%s\",\"state\":\"%s\"}".formatted(id, created, state);
        }
    }

    @BeforeEach
    void route() {
        server.route(
                "/runs", Pages.named(server, "runs", call -> within(call.query().get("created"))));
        server.route(
                "/runs/\\d+",
                call -> Answer.json(runs.stream()
                        .filter(run -> call.path().endsWith("/" + run.id()))
                        .findFirst()
                        .orElseThrow()
                        .toString()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldTellAllOfManyThousandsByCuttingWindowsUntilTheyFit() throws Exception {
        // Given
        IntStream.range(0, 3_500).forEach(i -> ended(i, BEGIN.plusSeconds(i * 20L)));

        // When
        pass(stream);

        // Then
        assertThat(told).hasSize(3_500).doesNotHaveDuplicates();
        assertThat(cursor.updatedAt()).isEqualTo(clock.instant());
    }

    @Test
    void shouldTellThoseAtTheEdgesOfWindowsOnce() throws Exception {
        // Given
        IntStream.range(0, 86_400).filter(i -> i % 60 == 0).forEach(i -> ended(i, BEGIN.plusSeconds(i)));
        ended(99_999, BEGIN.plus(Duration.ofDays(1)));

        // When
        pass(stream);

        // Then
        assertThat(told).hasSize(1_441).doesNotHaveDuplicates();
    }

    @Test
    void shouldReadAWindowAgainWhenThingsMovedFromPageToPage() throws Exception {
        // Given
        IntStream.range(0, 250).forEach(i -> ended(i, BEGIN.plusSeconds(i)));
        server.next(call -> null);
        server.next(call -> {
            Collections.rotate(runs, 100);
            return null;
        });

        // When
        pass(stream);

        // Then
        assertThat(told).hasSize(250);
    }

    @Test
    void shouldAskAgainForWhatHasNotEndedHoweverLongItTakes() throws Exception {
        // Given
        runs.add(new Run(1, BEGIN, "running"));
        pass(stream);
        clock.advance(Duration.ofMinutes(50));
        runs.set(0, new Run(1, BEGIN.plusSeconds(1), "ended"));
        told.clear();

        // When
        pass(stream);

        // Then
        assertThat(told).containsExactly("1");
        assertThat(server.paths()).endsWith("/runs/1", "/runs");
    }

    @Test
    void shouldLookBackOnceAnHourForWhatBeganAnew() throws Exception {
        // Given
        ended(1, BEGIN.plusSeconds(5));
        pass(stream);
        clock.advance(Duration.ofMinutes(61));
        runs.set(0, new Run(1, BEGIN.plusSeconds(6), "ended"));
        told.clear();

        // When
        pass(stream);

        // Then
        assertThat(told).containsExactly("1");
    }

    @Test
    void shouldGoOnFromTheLastWholeWindowAfterARestart() throws Exception {
        // Given
        IntStream.range(0, 1_900).forEach(i -> ended(i, BEGIN.plusSeconds(i * 40L)));
        while (cursor == null || !cursor.updatedAt().isAfter(BEGIN)) {
            step(stream);
        }
        Windows restarted = new Windows(new Runs(), BEGIN, Duration.ofMinutes(10), clock, new PollingMetrics());
        restarted.resume(Cursor.of(cursor.toMap()));
        int before = told.size();

        // When
        pass(restarted);

        // Then
        assertThat(told.stream().distinct()).hasSize(1_900);
        assertThat(told).hasSizeLessThan(1_900 + before);
    }

    private void ended(int id, Instant created) {
        runs.add(new Run(id, created, "ended"));
    }

    private List<String> within(String created) {
        String[] window = created.split("\\.\\.", 2);
        return runs.stream()
                .filter(run -> !run.created().isBefore(Instant.parse(window[0])))
                .filter(run -> !run.created().isAfter(Instant.parse(window[1])))
                .map(Run::toString)
                .toList();
    }

    private Windows stream() {
        return new Windows(new Runs(), BEGIN, Duration.ofDays(3), clock, new PollingMetrics());
    }

    private Step step(Windows from) throws ApiException, InterruptedException {
        Step step = from.step();
        cursor = step.cursor();
        step.events().forEach(event -> told.add(((ReviewChanged) event).getRequest()));
        return step;
    }

    private void pass(Windows from) throws ApiException, InterruptedException {
        boolean done = false;
        while (!done) {
            done = step(from).passDone();
        }
    }

    private final class Runs implements Windowed {

        private final Requests mapping = new Requests(api, Duration.ZERO);

        @Override
        public StreamId id() {
            return Requests.ID;
        }

        @Override
        public int ceiling() {
            return 1_000;
        }

        @Override
        public URI firstPage(Instant from, Instant to) {
            return api.at("/runs?per_page=100&created=" + from + ".." + to);
        }

        @Override
        public ApiReply page(URI address) throws ApiException, InterruptedException {
            return api.get(address, null);
        }

        @Override
        public Integer total(ApiReply page) {
            return page.body().countOrNull("total_count");
        }

        @Override
        public List<Json> items(ApiReply page) {
            return page.body().list("runs");
        }

        @Override
        public String key(Json item) {
            return item.textOrNull("number");
        }

        @Override
        public String version(Json item) {
            return mapping.version(item);
        }

        @Override
        public boolean ended(Json item) {
            return "ended".equals(item.textOrNull("state"));
        }

        @Override
        public Json again(String key) throws ApiException, InterruptedException {
            return api.get("/runs/" + key).body();
        }

        @Override
        public List<SpecificRecord> events(Json item) throws UnmappableException {
            return mapping.events(item);
        }
    }
}
