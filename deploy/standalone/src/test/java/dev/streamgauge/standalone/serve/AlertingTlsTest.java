package dev.streamgauge.standalone.serve;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.SelfSigned;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receiver with a certificate that only itself has signed. */
class AlertingTlsTest extends AlertingFixture {

    private static List<String> complaints(ServeProcess sink) {
        return sink.says().lines().filter(line -> line.contains("TLS failed")).toList();
    }

    @Test
    void shouldSayInALineWhomItDoesNotTrustGoOnTryingAndTellItOnceItIsTrusted() throws Exception {
        // Given
        SelfSigned certificate = SelfSigned.in(directory);
        try (HttpReceiver secure = HttpReceiver.secure(certificate);
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "tls.")) {
            Path config = config("tls.");
            Files.writeString(config, Files.readString(config).replace(pager.url(), secure.url()));
            try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
                sink.awaitReady();
                alerts.fires("f1");
                eventually("the other is told", () -> heard(other).size() == 1);
                eventually(
                        "it is tried again",
                        () -> sink.get("/metrics")
                                .matches("(?s).*outcome=\"later\",receiver=\"pager\"} ([3-9]|\\d\\d).*"));
                assertThat(complaints(sink))
                        .singleElement()
                        .asString()
                        .contains("The receiver pager does not take alerts now, it is tried again until it does: ")
                        .endsWith(
                                secure.url()
                                        + ": TLS failed: its certificate is signed by nobody who is trusted: put it, or its signer's, into alerting.tls.truststore");
                assertThat(sink.says()).doesNotContain("\tat ", ROUTING_KEY);
                sink.terminate();
            }
            assertThat(heard(secure)).isEmpty();

            // When
            Files.writeString(
                    config,
                    "alerting.tls.truststore=%s%nalerting.tls.truststore.password=%s%n"
                            .formatted(certificate.store(), SelfSigned.PASSWORD),
                    APPEND);
            try (ServeProcess sink = ServeProcess.start(config, "alerting")) {
                eventually("it is told", () -> !heard(secure).isEmpty());
                assertThat(complaints(sink)).isEmpty();
            }

            // Then
            assertThat(heard(secure)).containsExactly("trigger f1" + KEY);
            assertThat(heard(other)).hasSize(1);
        }
    }
}
