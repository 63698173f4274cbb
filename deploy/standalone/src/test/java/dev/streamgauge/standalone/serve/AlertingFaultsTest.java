package dev.streamgauge.standalone.serve;

import static dev.streamgauge.standalone.serve.AlertTopic.firing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Receivers that fail, and a sink that is killed: nothing is lost, and what is repeated has the same key. */
class AlertingFaultsTest extends AlertingFixture {

    @Test
    void shouldLoseNothingWhileAReceiverFailsAndNotHoldUpTheOthers() throws Exception {
        // Given
        try (ServeProcess sink = serve(config("failing.", Duration.ofMillis(500)));
                AlertTopic alerts = new AlertTopic(platform, "failing.")) {
            awaitReady(sink);
            pager.answer(
                    number -> new int[] {500, 503, 0, 408, 302}[number % 5],
                    Map.of("location", "http://169.254.169.254/"));

            // When
            for (int i = 0; i < 10; i++) {
                alerts.write(firing("f" + i));
            }
            eventually("the other is told", () -> other.received().size() == 10);
            eventually(
                    "the first is tried again and again", () -> pager.received().size() >= 12);
            int distinctBefore = pager.distinct().size();
            pager.answer(number -> 202, Map.of());

            // Then
            eventually("all is told", () -> pager.distinct().size() == 10);
            assertThat(distinctBefore).isLessThanOrEqualTo(4);
            assertThat(other.received()).hasSize(10);
        }
    }

    @Test
    void shouldHonourHowLongAReceiverWantsToBeLeftAlone() throws Exception {
        // Given
        try (ServeProcess sink = serve(config("patient."));
                AlertTopic alerts = new AlertTopic(platform, "patient.")) {
            awaitReady(sink);
            pager.answer(number -> number == 1 ? 429 : 202, Map.of("retry-after", "3600"));

            // When
            alerts.write(firing("f1"));
            eventually("it is told", () -> pager.received().size() == 1);
            long begin = System.nanoTime();
            eventually("it is told again", () -> pager.received().size() == 2);

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(1_300), SOON);
        }
    }

    @Test
    void shouldKeepWhatIsRefusedTellTheOthersAndSayWhenItIsOver() throws Exception {
        // Given
        try (ServeProcess sink = serve(config("refused."));
                AlertTopic alerts = new AlertTopic(platform, "refused.")) {
            awaitReady(sink);
            pager.answer(number -> 410, Map.of());

            // When
            alerts.write(firing("f1"));
            eventually("the other hears of it", () -> other.received().size() == 2);
            alerts.write(firing("f3"));
            eventually(
                    "it is refused too",
                    () -> get(sink.management() + "/metrics").contains("{outcome=\"refused\",receiver=\"pager\"} 2.0"));
            pager.answer(number -> 202, Map.of());
            alerts.write(firing("f2"));
            eventually(
                    "the other hears of the end",
                    () -> other.received().containsAll(List.of("trigger f3" + KEY, "trigger f2" + KEY))
                            && other.received().stream().anyMatch(told -> told.startsWith("resolve")));

            // Then
            assertThat(pager.received()).containsExactly("trigger f1" + KEY, "trigger f3" + KEY, "trigger f2" + KEY);
            assertThat(other.received())
                    .as("three alerts, one failure and its end")
                    .hasSize(5);
            assertThat(other.received().stream().filter(told -> told.startsWith("resolve")))
                    .hasSize(1);
        }
        List<String> letters = new ArrayList<>();
        new TopicReader(platform.clientConfig(), "refused.").each(Topics.ALERT_DEAD_LETTERS, letter -> {
            for (Header header : letter.headers()) {
                letters.add(header.key() + "=" + new String(header.value(), UTF_8));
            }
        });
        assertThat(letters)
                .contains(
                        DeadLetterHeaders.REASON + "=http_410",
                        DeadLetterHeaders.MESSAGE + "=HTTP 410",
                        DeadLetterHeaders.ORIGIN + "=pager",
                        DeadLetterHeaders.TOPIC + "=refused.alerts.v1")
                .hasSize(2 * 6);
        assertThat(new TopicReader(platform.clientConfig(), "refused.")
                        .latest(Topics.ALERTS)
                        .values())
                .filteredOn(alert -> alert.getKind().equals("receiver_failed"))
                .extracting(Alert::getState, alert -> alert.getSubject().get("receiver"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("resolved", "pager"));
        List<String> mirrored = new ArrayList<>();
        new TopicReader(platform.clientConfig(), "refused.")
                .each(Topics.ALERTS_JSON, found -> mirrored.add(new String(found.value(), UTF_8)));
        assertThat(mirrored)
                .hasSize(2)
                .allMatch(json -> json.contains("\"receiver_failed\""))
                .last()
                .matches(json -> json.contains("\"resolved\""));
    }

    @Test
    void shouldLoseNothingAndRepeatNoMoreThanItIsKilled() throws Exception {
        // Given
        Path config = config("killed.");
        int kills = 5;
        try (ServeProcess sink = serve(config)) {
            awaitReady(sink);
        }
        try (AlertTopic alerts = new AlertTopic(platform, "killed.")) {
            for (int i = 0; i < 4 * kills; i++) {
                alerts.write(firing("f" + i));
            }
        }

        // When
        int received = pager.received().size();
        for (int kill = 0; kill < kills; kill++) {
            int target = received + 2;
            ServeProcess sink = serve(config);
            // The answer is held back: the receiver has the alert, and the sink dies before it can commit.
            pager.answer(number -> number >= target ? 0 : 202, Map.of());
            eventually("some are told", () -> pager.received().size() >= target);
            sink.kill();
            received = pager.received().size();
        }
        pager.answer(number -> 202, Map.of());
        try (ServeProcess sink = serve(config)) {
            awaitReady(sink);
            eventually("all is told", () -> pager.distinct().size() == 4 * kills);
        }

        // Then
        assertThat(pager.distinct())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4 * kills)
                        .mapToObj(i -> "trigger f" + i + KEY)
                        .toList());
        int repeats = pager.received().size() - pager.distinct().size();
        System.out.printf("kills %d, alerts %d, lost 0, repeats %d%n", kills, 4 * kills, repeats);
        assertThat(repeats).isLessThanOrEqualTo(kills);
    }
}
