package dev.streamgauge.standalone.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Answer;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Request;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.facts.v1.DeployKey;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** PagerDuty hears of deploys: of each once, also when the sink is restarted, and never of history. */
class AlertingChangesTest extends AlertingFixture {

    private final Instant now = Instant.now();
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private static Deploy deployed(String service, Instant finishedAt, long revision) {
        return Deploy.newBuilder()
                .setRepository("github.com/acme/shop")
                .setService(service)
                .setEnvironment("production")
                .setDeployId("d-" + service)
                .setAttempt(1)
                .setSha(SHA)
                .setState("finished")
                .setOutcome("success")
                .setKind("release")
                .setFinishedAt(finishedAt)
                .setFailureEvidence(List.of())
                .setIncidents(List.of())
                .setRevision(revision)
                .build();
    }

    private static String told(String service) {
        return "change " + service + " 0123456789 deployed to production";
    }

    private static void write(String prefix, Deploy... deploys) throws Exception {
        Wire wire = Wire.from(platform.clientConfig());
        try (KafkaProducer<DeployKey, Deploy> producer = new KafkaProducer<>(
                platform.clientConfig(),
                wire.serializer(DeployKey.class, true),
                wire.serializer(Deploy.class, false))) {
            for (Deploy deploy : deploys) {
                DeployKey key = new DeployKey(
                        deploy.getRepository(),
                        deploy.getService(),
                        deploy.getEnvironment(),
                        deploy.getDeployId(),
                        deploy.getAttempt());
                producer.send(new ProducerRecord<>(Topics.DEPLOY_FACTS.name(prefix), key, deploy))
                        .get();
            }
        }
    }

    private Path withChanges(String prefix) throws Exception {
        Path config = config(prefix);
        return Files.writeString(
                config, Files.readString(config) + "alerting.receiver.pager.change.environments=prod*\n");
    }

    @Test
    void shouldTellOfEachDeployOnceAlsoAfterARestartAndNeverOfHistory() throws Exception {
        // Given
        Path config = withChanges("changes.");
        try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
            sink.awaitReady();
            write(
                    "changes.",
                    deployed("old", now.minus(Duration.ofHours(2)), 1),
                    deployed("shop", now, 1),
                    deployed("shop", now, 2));
            eventually("it is told", () -> heard(pager).contains(told("shop")));
            sink.terminate();
        }

        // When
        write("changes.", deployed("shop", now, 3), deployed("cart", now, 1));
        try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
            sink.awaitReady();
            eventually("what was missed is told", () -> heard(pager).contains(told("cart")));
            write("changes.", deployed("shop", now, 4), deployed("till", now, 1));
            eventually("what is new is told", () -> heard(pager).contains(told("till")));
        }

        // Then
        assertThat(heard(pager)).containsExactlyInAnyOrder(told("shop"), told("cart"), told("till"));
        assertThat(heard(other)).isEmpty();
    }

    private static boolean isChange(Request request) {
        return request.path().contains("/change/");
    }

    private static int answer(int number) {
        return number <= 3 ? 503 : number == 4 ? 202 : 400;
    }

    @Test
    void shouldComeAgainWithDeploysAndNotLetAlertsWaitForThem() throws Exception {
        // Given
        try (ServeProcess sink = ServeProcess.start(withChanges("later."), "alerting");
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "later.")) {
            sink.awaitReady();
            AtomicInteger changes = new AtomicInteger();
            pager.answer(request -> Answer.of(isChange(request) ? answer(changes.incrementAndGet()) : 202));

            // When
            write("later.", deployed("shop", now, 1));
            alerts.fires("f1");
            eventually("it is told at last", () -> changes.get() == 4);
            write("later.", deployed("cart", now, 1));
            eventually("it is refused", () -> changes.get() == 5);

            // Then
            eventually("the alert is told", () -> heard(pager).contains("trigger f1" + KEY));
            List<String> letters = new ArrayList<>();
            eventually("there is a dead letter", () -> {
                new TopicReader(platform.clientConfig(), "later.")
                        .each(
                                Topics.ALERT_DEAD_LETTERS,
                                letter -> letter.headers()
                                        .forEach(header ->
                                                letters.add(header.key() + "=" + new String(header.value(), UTF_8))));
                return !letters.isEmpty();
            });
            assertThat(letters)
                    .contains(DeadLetterHeaders.REASON + "=http_400", DeadLetterHeaders.TOPIC + "=later.deploys.v1");
            assertThat(sink.get("/metrics"))
                    .contains("streamgauge_alerting_changes_total{outcome=\"accepted\",receiver=\"pager\"} 1.0");
        }
    }
}
