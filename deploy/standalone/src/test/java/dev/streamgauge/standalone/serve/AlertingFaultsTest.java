package dev.streamgauge.standalone.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Answer;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Receivers that fail, and a sink that is killed: nothing is lost, and what is repeated has the same key. */
class AlertingFaultsTest extends AlertingFixture {

    @Test
    void shouldLoseNothingWhileAReceiverFailsAndNotHoldUpTheOthers() throws Exception {
        // Given
        try (ServeProcess sink = ServeProcess.start(config("failing.", Duration.ofMillis(500)), "alerting");
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "failing.")) {
            sink.awaitReady();
            pager.answerNth(number -> Answer.of(new int[] {500, 503, 0, 408, 302}[number % 5])
                    .with("location", "http://169.254.169.254/"));

            // When
            for (int i = 0; i < 10; i++) {
                alerts.fires("f" + i);
            }
            eventually("the other is told", () -> heard(other).size() == 10);
            eventually("the first is tried again and again", () -> heard(pager).size() >= 12);
            int distinctBefore = distinct(pager).size();
            pager.answer(202);

            // Then
            eventually("all is told", () -> distinct(pager).size() == 10);
            assertThat(distinctBefore).isLessThanOrEqualTo(4);
            assertThat(heard(other)).hasSize(10);
        }
    }

    @Test
    void shouldHonourHowLongAReceiverWantsToBeLeftAlone() throws Exception {
        // Given
        try (ServeProcess sink = ServeProcess.start(config("patient."), "alerting");
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "patient.")) {
            sink.awaitReady();
            pager.answerNth(number -> Answer.of(number == 1 ? 429 : 202).with("retry-after", "3600"));

            // When
            alerts.fires("f1");
            eventually("it is told", () -> heard(pager).size() == 1);
            long begin = System.nanoTime();
            eventually("it is told again", () -> heard(pager).size() == 2);

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(1_300), SOON);
        }
    }

    @Test
    void shouldKeepWhatIsRefusedTellTheOthersAndSayWhenItIsOver() throws Exception {
        // Given
        try (ServeProcess sink = ServeProcess.start(config("refused."), "alerting");
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "refused.")) {
            sink.awaitReady();
            pager.answer(410);

            // When
            alerts.fires("f1");
            eventually("the other hears of it", () -> heard(other).size() == 2);
            alerts.fires("f3");
            eventually(
                    "it is refused too",
                    () -> sink.get("/metrics").contains("{outcome=\"refused\",receiver=\"pager\"} 2.0"));
            pager.answer(202);
            alerts.fires("f2");
            eventually(
                    "the other hears of the end",
                    () -> heard(other).containsAll(List.of("trigger f3" + KEY, "trigger f2" + KEY))
                            && heard(other).stream().anyMatch(told -> told.startsWith("resolve")));

            // Then
            assertThat(heard(pager)).containsExactly("trigger f1" + KEY, "trigger f3" + KEY, "trigger f2" + KEY);
            assertThat(heard(other)).as("three alerts, one failure and its end").hasSize(5);
            assertThat(heard(other).stream().filter(told -> told.startsWith("resolve")))
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
        try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
            sink.awaitReady();
        }
        try (AlertTopic alerts = new AlertTopic(platform.clientConfig(), "killed.")) {
            for (int i = 0; i < 4 * kills; i++) {
                alerts.fires("f" + i);
            }
        }

        // When
        int received = heard(pager).size();
        for (int kill = 0; kill < kills; kill++) {
            int target = received + 2;
            ServeProcess sink = ServeProcess.start(config, "alerting");
            // The answer is held back: the receiver has the alert, and the sink dies before it can commit.
            pager.answerNth(number -> Answer.of(number >= target ? 0 : 202));
            eventually("some are told", () -> heard(pager).size() >= target);
            sink.kill();
            received = heard(pager).size();
        }
        pager.answer(202);
        try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
            sink.awaitReady();
            eventually("all is told", () -> distinct(pager).size() == 4 * kills);
        }

        // Then
        assertThat(distinct(pager))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4 * kills)
                        .mapToObj(i -> "trigger f" + i + KEY)
                        .toList());
        int repeats = heard(pager).size() - distinct(pager).size();
        System.out.printf("kills %d, alerts %d, lost 0, repeats %d%n", kills, 4 * kills, repeats);
        assertThat(repeats).isLessThanOrEqualTo(kills);
    }
}
