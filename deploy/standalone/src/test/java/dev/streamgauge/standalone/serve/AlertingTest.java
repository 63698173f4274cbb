package dev.streamgauge.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.standalone.commands.ServeCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertingTest extends AlertingFixture {

    @Test
    void shouldTellAllReceiversInOrderAndCountIt() throws Exception {
        // Given
        try (ServeProcess sink = ServeProcess.start(config("told."), "alerting");
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "told.")) {
            sink.awaitReady();

            // When
            alerts.fires("f1");
            alerts.ends("f1");

            // Then
            List<String> expected = List.of("trigger f1" + KEY, "resolve f1" + KEY);
            eventually(
                    "both are told",
                    () -> heard(pager).equals(expected) && heard(other).equals(expected));
            assertThat(sink.says()).contains("alerts are told to other, pager");
            assertThat(sink.get("/metrics"))
                    .contains("streamgauge_alerting_notices_total{outcome=\"accepted\",receiver=\"pager\"} 2.0");
            assertThat(sink.terminate()).isEqualTo(143);
        }
    }

    @Test
    void shouldTellANewReceiverOnlyOfWhatFiresAndAnOldOneOfWhatItMissed() throws Exception {
        // Given
        Path config = config("missed.");
        try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
            sink.awaitReady();
            sink.terminate();
        }
        try (AlertTopic alerts = new AlertTopic(platform.clientConfig(), "missed.")) {
            alerts.fires("f1");
            alerts.ends("f1");
            alerts.fires("f2");
        }
        Files.writeString(config, Files.readString(config).replace("receiver.other.", "receiver.new."));

        // When
        try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
            sink.awaitReady();
            eventually("what was missed is told", () -> distinct(pager).size() == 3);
        }

        // Then
        assertThat(distinct(pager))
                .containsExactlyInAnyOrder("trigger f1" + KEY, "resolve f1" + KEY, "trigger f2" + KEY);
        assertThat(heard(other)).containsExactly("trigger f2" + KEY);
    }

    @Test
    void shouldPrintTheSettingsWithoutTheSecrets() throws IOException {
        // Given
        Path config = config("printed.");

        // When
        CommandRun run =
                CommandRun.of(new ServeCommand(Map.of()), "serve", "--config", config.toString(), "--print-config");

        // Then
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("alerting.receiver.pager.routing.key=***\n", "alerting.receiver.pager.url=***\n")
                .doesNotContain(ROUTING_KEY, pager.url());
    }

    @Test
    void shouldTellAllMistakesAtOnce() throws IOException {
        // Given
        Path config = Files.writeString(
                config("wrong."),
                Files.readString(config("wrong."))
                        .replace("alerting.allow.hosts=127.0.0.1", "alerting.alow.hosts=127.0.0.1")
                        .replace("pager.type=pagerduty", "pager.type=pager"));

        // When
        CommandRun run = CommandRun.of(new ServeCommand(Map.of()), "serve", "--config", config.toString());

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("did you mean 'alerting.allow.hosts'?")
                .contains("alerting.receiver.pager.type should be alertmanager, pagerduty, slack or webhook")
                .contains(
                        "alerting.receiver.other.url is not https: use https, or put 127.0.0.1 into alerting.allow.hosts")
                .doesNotContain(ROUTING_KEY);
    }
}
