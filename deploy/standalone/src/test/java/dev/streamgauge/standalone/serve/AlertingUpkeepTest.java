package dev.streamgauge.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** What a sink does beside telling. */
class AlertingUpkeepTest extends AlertingFixture {

    @Test
    void shouldEndWhatWasSaidOfAReceiverThatIsTakenOutOfTheSettings() throws Exception {
        // Given
        Path config = config("former.");
        pager.answer(410);
        try (ServeProcess sink = ServeProcess.start(config, "alerting");
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "former.")) {
            sink.awaitReady();
            alerts.fires("f1");
            eventually("the other hears of it", () -> heard(other).size() == 2);
            sink.terminate();
        }
        takeOut(config, "alerting.receiver.pager.");

        // When
        try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
            eventually("the other hears of the end", () -> heard(other).size() == 3);
            sink.terminate();
        }

        // Then
        assertThat(heard(other))
                .contains("trigger f1" + KEY)
                .last()
                .asString()
                .startsWith("resolve ")
                .isNotEqualTo("resolve f1" + KEY);
        assertThat(failures("former.")).extracting(Alert::getState).containsExactly("resolved");
    }

    private static void takeOut(Path config, String prefix) throws IOException {
        List<String> rest = Files.readAllLines(config).stream()
                .filter(line -> !line.startsWith(prefix))
                .toList();
        Files.write(config, rest);
    }

    private static List<Alert> failures(String prefix) {
        return new TopicReader(platform.clientConfig(), prefix)
                .latest(Topics.ALERTS).values().stream()
                        .filter(alert -> alert.getKind().equals("receiver_failed"))
                        .toList();
    }

    @Test
    void shouldNotBeReadyOnceItsTopicIsGone() throws Exception {
        // Given
        try (ServeProcess sink = ServeProcess.start(config("gone."), "alerting");
                Admin admin = Admin.create(platform.clientConfig())) {
            sink.awaitReady();

            // When
            admin.deleteTopics(List.of(Topics.ALERTS.name("gone."))).all().get();

            // Then
            eventually("it is not ready", () -> sink.get("/readyz").startsWith("503"));
            eventually(
                    "it says why",
                    () -> sink.get("/readyz").contains("there is no topic gone.alerts.v1: ./streamgauge topics apply"));
        }
    }
}
