package dev.streamgauge.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void whateverKafkaTakesForAPasswordIsMasked() {
        // Given
        List<String> passwords = Stream.of(
                        ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef())
                .flatMap(client -> client.configKeys().values().stream())
                .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                .map(key -> key.name)
                .distinct()
                .toList();

        // When
        List<String> shown = passwords.stream()
                .filter(name ->
                        !Secrets.shown("kafka." + name, "hunter2", "hunter2").equals(Secrets.MASK))
                .toList();

        // Then
        assertThat(passwords).contains("ssl.key.password", "sasl.jaas.config");
        assertThat(shown).isEmpty();
    }
}
