package dev.streamgauge.standalone.serve;

import static dev.streamgauge.standalone.serve.AlertTopic.firing;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receiver with a certificate that only itself has signed. */
class AlertingTlsTest extends AlertingFixture {

    private static final String PASSWORD = "receiver";

    private Path certificate() throws IOException, InterruptedException {
        Path store = directory.resolve("receiver.p12");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(("-genkeypair -keyalg EC -alias receiver -dname CN=127.0.0.1 -ext san=ip:127.0.0.1"
                        + " -storetype PKCS12 -storepass %s -keystore %s")
                .formatted(PASSWORD, store)
                .split(" ")));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return store;
    }

    private static List<String> complaints(ServeProcess sink) {
        return sink.says().lines().filter(line -> line.contains("TLS failed")).toList();
    }

    @Test
    void shouldSayInALineWhomItDoesNotTrustGoOnTryingAndTellItOnceItIsTrusted() throws Exception {
        // Given
        Path store = certificate();
        try (FakePager secure = FakePager.secure(store, PASSWORD);
                AlertTopic alerts = new AlertTopic(platform, "tls.")) {
            Path config = config("tls.");
            Files.writeString(config, Files.readString(config).replace(pager.url(), secure.url()));
            try (ServeProcess sink = serve(config)) {
                awaitReady(sink);
                alerts.write(firing("f1"));
                eventually("the other is told", () -> other.received().size() == 1);
                eventually(
                        "it is tried again",
                        () -> get(sink.management() + "/metrics")
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
            assertThat(secure.received()).isEmpty();

            // When
            Files.writeString(
                    config,
                    "alerting.tls.truststore=%s%nalerting.tls.truststore.password=%s%n".formatted(store, PASSWORD),
                    APPEND);
            try (ServeProcess sink = serve(config)) {
                eventually("it is told", () -> !secure.received().isEmpty());
                assertThat(complaints(sink)).isEmpty();
            }

            // Then
            assertThat(secure.received()).containsExactly("trigger f1" + KEY);
            assertThat(other.received()).hasSize(1);
        }
    }
}
