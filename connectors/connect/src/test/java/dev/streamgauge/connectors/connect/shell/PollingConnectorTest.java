package dev.streamgauge.connectors.connect.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.connect.GitHubSourceConnector;
import dev.streamgauge.connectors.connect.JenkinsSourceConnector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;

class PollingConnectorTest {

    private final PollingConnector github = new GitHubSourceConnector();

    @Test
    void shouldTellMistakesAtTheirFields() {
        // When
        Map<String, List<String>> errors = errors(
                github,
                Map.of("url", "api.github.com", "since", "yesterday", "streams", "pulls,poles", "topic.prefix", "a b"));

        // Then
        assertThat(errors).containsOnlyKeys("url", "token", "since", "streams", "repositories", "topic.prefix");
        assertThat(errors.get("repositories")).singleElement().asString().contains("Name at least one");
        assertThat(errors.get("streams")).singleElement().asString().contains("landings, pulls, runs");
    }

    @Test
    void shouldTakeWhatIsRight() {
        assertThat(errors(github, Map.of("token", "t", "repositories", "acme/*, acme/shop", "since", "2026-01-01")))
                .isEmpty();
        assertThat(errors(github, Map.of("token", "t", "organisations", "acme")))
                .isEmpty();
        assertThat(errors(
                        new JenkinsSourceConnector(),
                        Map.of(
                                "url",
                                "https://ci.example.com",
                                "user",
                                "u",
                                "token",
                                "t",
                                "repositories",
                                "shop/main")))
                .isEmpty();
    }

    @Test
    void shouldSayWhichRepositoryIsNone() {
        assertThat(errors(github, Map.of("token", "t", "repositories", "shop")).get("repositories"))
                .singleElement()
                .asString()
                .contains("'shop' should be owner/name");
    }

    @Test
    void shouldKeepTheTokenSecret() {
        // When
        ConfigDef.ConfigKey token = github.config().configKeys().get("token");

        // Then
        assertThat(token.type).isEqualTo(ConfigDef.Type.PASSWORD);
        assertThat(github.config().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).isNotBlank();
            assertThat(key.group).isNotBlank();
            assertThat(key.orderInGroup).isPositive();
        });
    }

    @Test
    void shouldNotPromiseExactlyOnce() {
        assertThat(github.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
    }

    @Test
    void shouldGiveEachRepositoryToOneTask() {
        // Given
        List<String> repositories = List.of("a", "b", "c", "d", "e");

        // When
        List<List<String>> shares = IntStream.range(0, 2)
                .mapToObj(task -> Patterns.share(repositories, task, 2))
                .toList();

        // Then
        assertThat(shares).containsExactly(List.of("a", "c", "e"), List.of("b", "d"));
    }

    @Test
    void shouldLetOffsetsBeAlteredThatAStreamCanGoOnFrom() {
        // Given
        Map<String, String> partition = Map.of("provider", "github", "host", "h", "repo", "a/b", "stream", "pulls");
        Map<Map<String, ?>, Map<String, ?>> back = new HashMap<>();
        back.put(partition, Map.of("updated_at", "2026-01-01T00:00:00Z"));
        Map<Map<String, ?>, Map<String, ?>> gone = new HashMap<>();
        gone.put(partition, null);

        // Then
        assertThat(github.alterOffsets(Map.of(), back)).isTrue();
        assertThat(github.alterOffsets(Map.of(), gone)).isTrue();
        assertThatThrownBy(() -> github.alterOffsets(Map.of(), Map.of(partition, Map.of("updated_at", "last Tuesday"))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("2026-01-31T00:00:00Z");
        assertThatThrownBy(() -> github.alterOffsets(Map.of(), Map.of(partition, Map.of("colour", "red"))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("updated_at");
        assertThatThrownBy(() -> github.alterOffsets(Map.of(), Map.of(Map.of("repo", "x"), Map.of())))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void shouldKnowItsVersion() {
        assertThat(github.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private static Map<String, List<String>> errors(PollingConnector connector, Map<String, String> settings) {
        Map<String, List<String>> errors = new HashMap<>();
        for (ConfigValue value : connector.validate(settings).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }
}
