package dev.streamgauge.connectors.alerting.receivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.http.Reply;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Accepted;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Call CALL = new Call(URI.create("https://example.org"), Map.of(), "{}", Duration.ofSeconds(1));

    private static Outcome outcome(Reply reply) throws InterruptedException {
        return new Line(call -> reply, Duration.ofMinutes(15)).send(CALL, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void shouldTakeEverySuccessForAccepted(int status) throws InterruptedException {
        assertThat(outcome(new Reply(status, Optional.empty(), ""))).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void shouldGiveUpWhatNoRepetitionMends(int status) throws InterruptedException {
        assertThat(outcome(new Reply(status, Optional.empty(), "no\nsuch thing")))
                .isEqualTo(new Refused("http_" + status, "HTTP %d: no such thing".formatted(status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 408, 409, 425, 429, 500, 501, 502, 503, 504})
    void shouldTryAllElseAgain(int status) throws InterruptedException {
        assertThat(outcome(new Reply(status, Optional.empty(), ""))).isInstanceOf(Later.class);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30",
        "0, 0",
        "86400, 900",
        "'Mon, 02 Mar 2026 10:00:20 GMT', 20",
        "'Mon, 02 Mar 2026 09:00:00 GMT', 0"
    })
    void shouldHonourHowLongAReceiverWantsToBeLeftAlone(String header, long seconds) throws InterruptedException {
        assertThat(outcome(new Reply(429, Optional.of(header), "")))
                .extracting(outcome -> ((Later) outcome).rest())
                .isEqualTo(Optional.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void shouldPassOverARetryAfterThatIsNone() throws InterruptedException {
        assertThat(outcome(new Reply(503, Optional.of("soon"), ""))).isEqualTo(new Later("HTTP 503", Optional.empty()));
    }

    @Test
    void shouldTryAgainWhatHadNoAnswer() throws InterruptedException {
        // Given
        Line line = new Line(
                call -> {
                    throw new IOException("https://example.org: no answer");
                },
                Duration.ofMinutes(15));

        // Then
        assertThat(line.send(CALL, NOW)).isEqualTo(Outcome.later("https://example.org: no answer"));
    }
}
