package dev.streamgauge.connectors.connect.polling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.FakeApi;
import dev.streamgauge.connectors.connect.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call of an API: what is an answer, what is a wait, what is trouble. */
class ApiTest {

    private final FakeApi server = new FakeApi().route("/ok", call -> Answer.json("{\"a\":1}"));
    private final TestClock clock = new TestClock("2026-03-01T10:00:00Z");
    private final RateBudget budget = new RateBudget(100);
    private final Api api = new Api(
            new ApiSettings(server.base(), Map.of("Authorization", "Bearer s3cret"), Duration.ofSeconds(5), 100),
            budget,
            clock);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldGiveTheAnswerWithItsTagAndAskForChangesOnly() throws Exception {
        // Given
        ApiReply first = api.get("/ok");

        // When
        ApiReply second = api.get(api.at("/ok"), first.etag());

        // Then
        assertThat(first.body().numberOrNull("a")).isEqualTo(1);
        assertThat(second.unchanged()).isTrue();
        assertThat(server.calls().get(0).headers()).containsEntry("Authorization", "Bearer s3cret");
    }

    @Test
    void shouldWaitUntilTheResetWhenTheBudgetIsSpent() {
        // Given
        Instant reset = Instant.parse("2026-03-01T10:17:00Z");
        server.next(call -> Answer.status(403)
                .with("x-ratelimit-remaining", 0)
                .with("x-ratelimit-limit", 5000)
                .with("x-ratelimit-reset", reset.getEpochSecond()));

        // When
        ApiException.Limited limited = limited();

        // Then
        assertThat(limited.until()).isEqualTo(reset);
        assertThat(limited).hasMessageContaining("2026-03-01T10:17:00Z");
        assertThat(limited().until()).isEqualTo(reset);
        assertThat(server.calls()).as("no call before the reset").hasSize(1);
    }

    @Test
    void shouldAskAgainWhenTheResetHasCome() throws Exception {
        // Given
        server.next(call -> Answer.status(429).with("Retry-After", 90));
        limited();
        clock.advance(Duration.ofSeconds(90));

        // When
        ApiReply reply = api.get("/ok");

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(budget.state().blockedUntil()).isNull();
    }

    @Test
    void shouldWaitLongerEachTimeWhenTheServerDoesNotSayHowLong() {
        // Given
        server.next(call -> Answer.status(403).saying("{\"message\":\"You have exceeded a secondary rate limit.\"}"));
        server.next(call -> Answer.status(429));
        Instant first = limited().until();
        clock.set(first);

        // When
        Instant second = limited().until();

        // Then
        assertThat(first).isEqualTo("2026-03-01T10:01:00Z");
        assertThat(second).isEqualTo("2026-03-01T10:03:00Z");
    }

    @Test
    void shouldLeaveTheReserveToOthers() throws Exception {
        // Given
        server.always(
                Map.of("x-ratelimit-limit", "5000", "x-ratelimit-remaining", "100", "x-ratelimit-reset", "1772360000"));

        // When
        ApiReply reply = api.get("/ok");

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(limited().until()).isEqualTo(Instant.ofEpochSecond(1772360000));
    }

    @Test
    void shouldShareTheBudgetAmongTheTasksOfAProcess() {
        // Given
        ApiSettings settings = new ApiSettings(server.base(), Map.of("x", "same"), Duration.ofSeconds(5), 0);
        Api one = Api.shared(settings, clock);
        Api other = Api.shared(settings, clock);
        server.next(call -> Answer.status(429).with("Retry-After", 60));

        // When
        ApiException.Limited told = catchThrowableOfType(ApiException.Limited.class, () -> one.get("/ok"));

        // Then
        assertThat(told).isNotNull();
        assertThat(catchThrowableOfType(ApiException.Limited.class, () -> other.get("/ok"))
                        .until())
                .isEqualTo("2026-03-01T10:01:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void shouldCallTheServersOwnTroubleTrouble(int status) {
        // Given
        server.next(call -> Answer.status(status));

        // When
        ApiException.Unavailable trouble = unavailable();

        // Then
        assertThat(trouble).hasMessage("127.0.0.1/ok answered " + status);
    }

    @Test
    void shouldNotTakeHalfAnAnswerForAWholeOne() {
        // Given
        server.next(call -> Answer.json("[{\"a\":1},{\"a\":2}]").brokenAfter(9));

        // When
        ApiException.Unavailable trouble = unavailable();

        // Then
        assertThat(trouble).hasMessageContaining("GET 127.0.0.1/ok");
    }

    @Test
    void shouldNotTakeAPageOfSomebodyElseForAnAnswer() {
        // Given
        server.next(call -> Answer.json("<html>down for maintenance</html>"));

        // When
        ApiException.Unavailable trouble = unavailable();

        // Then
        assertThat(trouble).hasMessageContaining("is no JSON").hasMessageNotContaining("maintenance");
    }

    @Test
    void shouldGiveUpACallThatIsNotAnsweredInTime() {
        // Given
        server.hang();
        Api hasty =
                new Api(new ApiSettings(server.base(), Map.of(), Duration.ofMillis(200), 0), new RateBudget(0), clock);

        // When
        ApiException.Unavailable trouble = catchThrowableOfType(ApiException.Unavailable.class, () -> hasty.get("/ok"));

        // Then
        assertThat(trouble).hasMessageContaining("timed out");
    }

    @Test
    void shouldGiveUpAnAnswerThatBeginsAndNeverEnds() throws Exception {
        // Given
        try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> half = CompletableFuture.supplyAsync(() -> answerHalf(endless));
            URI base = URI.create("http://127.0.0.1:" + endless.getLocalPort());
            Api patient = new Api(new ApiSettings(base, Map.of(), Duration.ofMillis(500), 0), new RateBudget(0), clock);

            // When
            ApiException.Unavailable trouble =
                    catchThrowableOfType(ApiException.Unavailable.class, () -> patient.get("/ok"));

            // Then
            assertThat(trouble).hasMessageContaining("timed out");
            half.join().close();
        }
    }

    private static Socket answerHalf(ServerSocket server) {
        try {
            Socket socket = server.accept();
            String head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldEndACallThatIsUnderWayWhenItIsClosed() throws Exception {
        // Given
        server.hang();
        CompletableFuture<Throwable> ended = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(ApiException.Unavailable.class, () -> api.get("/ok")));
        while (server.calls().isEmpty()) {
            Thread.onSpinWait();
        }

        // When
        api.close();

        // Then
        assertThat(ended.get(3, TimeUnit.SECONDS)).hasMessageContaining("given up");
    }

    @Test
    void shouldSayWhatToDoAboutARefusalAndTellNoSecret() {
        // Given
        server.next(call -> Answer.status(401));

        // When
        ApiException.Refused refused = catchThrowableOfType(ApiException.Refused.class, () -> api.get("/ok"));

        // Then
        assertThat(refused.ofCredentials()).isTrue();
        assertThat(refused).hasMessage("127.0.0.1/ok answered 401: the token is wrong, or has expired");
    }

    @Test
    void shouldNotCarryTheCredentialsToAnotherServer() {
        // Given
        URI elsewhere = URI.create("https://evil.example/page2");

        // When
        ApiException.Refused refused = catchThrowableOfType(ApiException.Refused.class, () -> api.get(elsewhere, null));

        // Then
        assertThat(refused).hasMessageContaining("evil.example");
        assertThat(server.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://h/x?page=2>; rel=\"next\"",
                "<https://h/x?page=1>; rel=\"prev\", <https://h/x?page=2>; rel=\"next\", <https://h/x?page=9>; rel=\"last\"",
                "<https://h/x?page=2>; title=\"a, b\"; rel=next"
            })
    void shouldReadTheLinkToTheNextPage(String header) {
        assertThat(Links.next(header)).contains("https://h/x?page=2");
    }

    private ApiException.Limited limited() {
        return catchThrowableOfType(ApiException.Limited.class, () -> api.get("/ok"));
    }

    private ApiException.Unavailable unavailable() {
        return catchThrowableOfType(ApiException.Unavailable.class, () -> api.get("/ok"));
    }
}
