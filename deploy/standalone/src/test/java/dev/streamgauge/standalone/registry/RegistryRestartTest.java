package dev.streamgauge.standalone.registry;

import static dev.streamgauge.standalone.registry.RegistryFixture.GROWN;
import static dev.streamgauge.standalone.registry.RegistryFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRestartTest {

    @TempDir
    Path directory;

    @Test
    void shouldKnowEverythingAgainAfterARestart() {
        // Given
        try (RegistryFixture registry = new RegistryFixture(directory)) {
            registry.register("gone-value", USER);
            registry.register("a-value", USER);
            registry.register("a-value", GROWN);
            registry.delete("/subjects/gone-value");
            registry.delete("/subjects/gone-value?permanent=true");
            registry.delete("/subjects/a-value/versions/1");
            registry.put("/config/a-value", "{\"compatibility\":\"FORWARD\"}");
            registry.put("/config", "{\"compatibility\":\"BACKWARD\"}");
        }

        // When
        try (RegistryFixture registry = new RegistryFixture(directory)) {

            // Then
            assertThat(registry.get("/subjects?deleted=true").body()).hasToString("[\"a-value\"]");
            assertThat(registry.get("/subjects/a-value/versions").body()).hasToString("[2]");
            assertThat(registry.get("/subjects/a-value/versions?deleted=true").body())
                    .hasToString("[1,2]");
            assertThat(registry.get("/schemas/ids/1").body().path("schema").asText())
                    .isEqualTo(USER);
            assertThat(registry.get("/config/a-value").body().toString()).contains("FORWARD");
            assertThat(registry.get("/config").body().toString()).contains("BACKWARD");
            assertThat(registry.id("b-value", "\"string\"")).isEqualTo(3);
            assertThat(registry.id("b2-value", GROWN)).isEqualTo(2);
        }
    }

    @Test
    void shouldForgetALineThatWasNeverFinished() throws IOException {
        // Given
        try (RegistryFixture registry = new RegistryFixture(directory)) {
            registry.register("a-value", USER);
        }
        append("{\"op\":\"register\",\"subject\":\"torn-value\",\"vers");

        // When
        try (RegistryFixture registry = new RegistryFixture(directory)) {

            // Then
            assertThat(registry.get("/subjects").body()).hasToString("[\"a-value\"]");
            assertThat(registry.id("b-value", GROWN)).isEqualTo(2);
        }
        try (RegistryFixture registry = new RegistryFixture(directory)) {
            assertThat(registry.get("/subjects").body()).hasToString("[\"a-value\",\"b-value\"]");
        }
    }

    @Test
    void shouldForgetALastLineThatPowerLossFilledWithZeros() throws IOException {
        // Given
        try (RegistryFixture registry = new RegistryFixture(directory)) {
            registry.register("a-value", USER);
        }
        append("\0\0\0\0\0\n");

        // When
        try (RegistryFixture registry = new RegistryFixture(directory)) {

            // Then
            assertThat(registry.get("/subjects").body()).hasToString("[\"a-value\"]");
        }
    }

    @Test
    void shouldRefuseToStartOnALogThatIsDamagedInTheMiddle() throws IOException {
        // Given
        append("nonsense\n{\"op\":\"delete\",\"subject\":\"a\",\"version\":1}\n");

        // When
        assertThatThrownBy(() -> new RegistryFixture(directory))
                // Then
                .isInstanceOf(StandaloneException.class)
                .hasMessageContaining("schemas.jsonl is damaged in line 1")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldSayWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            RegistryConfig config =
                    new RegistryConfig(directory.resolve("schemas.jsonl"), taken.getLocalPort(), Level.FULL);

            // When
            assertThatThrownBy(() -> RegistryServer.start(config))
                    // Then
                    .isInstanceOf(StandaloneException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(
                directory.resolve("schemas.jsonl"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
