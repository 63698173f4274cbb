package dev.streamgauge.connectors.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"canary of the file", "canary of the file\n", "canary of the file\r\n"})
    void theSecretIsWhatIsInTheFileWithoutTheLineBreakAtItsEnd(String content) throws IOException {
        // When
        GatewayConfig config = read(Map.of("source.ci.secret.file", file(content)));

        // Then
        assertThat(config.sources().get("ci").secret().reveal()).isEqualTo("canary of the file");
    }

    @Test
    void onlyOneLineBreakIsTakenAway() throws IOException {
        // When
        GatewayConfig config = read(Map.of("source.ci.secret.file", file(" canary-1\n\n")));

        // Then
        assertThat(config.sources().get("ci").secret().reveal()).isEqualTo(" canary-1\n");
    }

    @Test
    void aSecretAndAFileExcludeEachOther() throws IOException {
        assertMistake(
                Map.of(
                        "source.ci.secret",
                        "canary-of-the-setting",
                        "source.ci.secret.file",
                        file("canary-of-the-file")),
                "source.ci.secret and source.ci.secret.file exclude each other");
    }

    @Test
    void aFileThatHoldsNoSecretIsAMistakeAndNotShown() throws IOException {
        assertMistake(Map.of("source.ci.secret.file", file("\n")), "is empty");
        assertMistake(Map.of("source.ci.secret.file", file("canary")), "source.ci.secret is too short");
        assertMistake(Map.of("source.ci.secret.file", file("canary".repeat(20_000))), "is larger than 64 KiB");
        assertMistake(
                Map.of("source.ci.secret.file", directory.resolve("nowhere").toString()), "cannot be read");
    }

    @Test
    void aTopicHasNoSecretInAFileEither() throws IOException {
        assertMistake(
                Map.of("source.ci.topic", "ci", "source.ci.secret.file", file("canary-of-the-file")),
                "source.ci.secret.file and source.ci.topic exclude each other");
    }

    private static void assertMistake(Map<String, String> settings, String mistake) {
        assertThatThrownBy(() -> read(settings))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.mistakes())
                                .hasSize(1)
                                .allSatisfy(told ->
                                        assertThat(told).contains(mistake).doesNotContain("canary")));
    }

    private String file(String content) throws IOException {
        return Files.writeString(directory.resolve("secret"), content).toString();
    }

    private static GatewayConfig read(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("source.ci.provider", "circleci"));
        settings.putAll(more);
        return GatewayConfig.of(settings, List.of("circleci"));
    }
}
