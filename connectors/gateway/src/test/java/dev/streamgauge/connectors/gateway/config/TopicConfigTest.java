package dev.streamgauge.connectors.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.ClientSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicConfigTest {

    private static final List<String> PROVIDERS = List.of("cdevents", "gerrit");
    private static final Map<String, String> ENOUGH =
            Map.of("source.review.provider", "gerrit", "source.review.topic", "gerrit");

    @Test
    void aTopicNeedsNoSecretAndIsReadFromItsBeginning() {
        // When
        GatewayConfig config = GatewayConfig.of(ENOUGH, PROVIDERS);

        // Then
        assertThat(config.sources()).isEmpty();
        assertThat(config.topics())
                .containsEntry(
                        "review",
                        new TopicConfig("gerrit", "gerrit", null, From.EARLIEST, new ClientSettings(Map.of())));
    }

    @Test
    void theConsumerOfAnotherClusterIsSetByKafkasNamesAndNothingOfItIsShown() {
        // When
        GatewayConfig config = GatewayConfig.of(
                with(Map.of(
                        "source.review.group", "team-a",
                        "source.review.from", "latest",
                        "source.review.kafka.bootstrap.servers", "kafka.example.org:9093",
                        "source.review.kafka.sasl.jaas.config", "canary-password")),
                PROVIDERS);

        // Then
        TopicConfig topic = config.topics().get("review");
        assertThat(topic.group()).isEqualTo("team-a");
        assertThat(topic.from()).isEqualTo(From.LATEST);
        assertThat(topic.kafka().reveal())
                .isEqualTo(
                        Map.of("bootstrap.servers", "kafka.example.org:9093", "sasl.jaas.config", "canary-password"));
        assertThat(config.toString()).doesNotContain("canary");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        // When
        List<String> mistakes = mistakes(Map.of(
                "source.review.provider", "gerit",
                "source.review.topic", "a topic",
                "source.review.from", "yesterday",
                "source.review.secret", "canary-secret",
                "source.review.kafka.enable.auto.commit", "true",
                "source.review.gruop", "team-a"));

        // Then
        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "source.review.provider is 'gerit', which is no provider, did you mean 'gerrit'?",
                        "source.review.topic is no name of a topic: letters, digits, '.', '_' and '-', at most 249",
                        "source.review.from should be earliest or latest",
                        "source.review.secret and source.review.topic exclude each other: a topic is protected by the ACLs of its cluster",
                        "source.review.kafka.enable.auto.commit is the gateway's to say: leave it out",
                        "'source.review.gruop' is no setting, did you mean 'source.review.group'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source.review.topic", "source.review.group"})
    void aSettingThatIsThereSaysSomething(String name) {
        assertThat(mistakes(Map.of(name, " "))).containsExactly(name + " should be a text, not nothing");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(ENOUGH);
        settings.putAll(more);
        return settings;
    }

    private static List<String> mistakes(Map<String, String> more) {
        return catchThrowableOfType(SettingsException.class, () -> GatewayConfig.of(with(more), PROVIDERS))
                .mistakes();
    }
}
