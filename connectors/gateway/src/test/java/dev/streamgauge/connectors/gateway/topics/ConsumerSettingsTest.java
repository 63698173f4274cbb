package dev.streamgauge.connectors.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.gateway.config.From;
import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.connectors.gateway.topics.TopicSources.Cluster;
import dev.streamgauge.settings.flat.ClientSettings;
import dev.streamgauge.settings.flat.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerSettingsTest {

    private static final Map<String, Object> OWN = Map.of(
            "bootstrap.servers", "own:9092", "sasl.jaas.config", "canary", "linger.ms", 5, "interceptor.classes", "X");

    @Test
    void onTheOwnClusterTheOwnSettingsHoldButForTheProducers() {
        assertThat(ConsumerSettings.of(topic(Map.of()), Cluster.shared(OWN, "p."), "a"))
                .containsEntry("bootstrap.servers", "own:9092")
                .containsEntry("sasl.jaas.config", "canary")
                .containsEntry("group.id", "p.gateway-a")
                .containsEntry("enable.auto.commit", false)
                .doesNotContainKeys("linger.ms", "interceptor.classes");
    }

    @Test
    void anotherClusterIsNotToldThePasswordsOfTheOwnOne() {
        assertThat(ConsumerSettings.of(
                        topic(Map.of("bootstrap.servers", new Secret("other:9092"))), Cluster.shared(OWN, "p."), "a"))
                .containsEntry("bootstrap.servers", "other:9092")
                .doesNotContainKey("sasl.jaas.config");
    }

    @Test
    void whatIsSaidToConsumersHoldsUnlessTheSourceSaysOtherwise() {
        // Given
        Cluster own = new Cluster(Map.of("max.poll.records", "7", "interceptor.classes", "X", "client.id", "c"), "p.");

        // Then
        assertThat(ConsumerSettings.of(topic(Map.of("client.id", new Secret("mine"))), own, "a"))
                .containsEntry("max.poll.records", "7")
                .containsEntry("interceptor.classes", "X")
                .containsEntry("client.id", "mine");
    }

    private static TopicConfig topic(Map<String, Secret> kafka) {
        return new TopicConfig("gerrit", "gerrit", null, From.EARLIEST, new ClientSettings(kafka));
    }
}
