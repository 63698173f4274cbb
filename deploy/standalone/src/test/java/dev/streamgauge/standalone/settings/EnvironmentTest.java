package dev.streamgauge.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void aVariableIsNamedAsKafkasContainerImageNamesItsOwn() {
        assertThat(Environment.name("TOPIC_PREFIX")).isEqualTo("topic.prefix");
        assertThat(Environment.name("SOURCE_MY___CI_SECRET")).isEqualTo("source.my-ci.secret");
        assertThat(Environment.name("A__B")).isEqualTo("a_b");
    }

    @Test
    void whatOthersPutIntoTheEnvironmentIsNoSetting() {
        // Given
        Map<String, String> environment = Map.of(
                "STREAMGAUGE_JAVA_OPTS", "-Xmx1g",
                "STREAMGAUGE_GATEWAY_SERVICE_HOST", "10.0.0.1",
                "STREAMGAUGE_GATEWAY_SERVICE_PORT_HTTP", "80",
                "STREAMGAUGE_GATEWAY_PORT", "tcp://10.0.0.1:80",
                "STREAMGAUGE_GATEWAY_PORT_80_TCP_ADDR", "10.0.0.1",
                "PATH", "/bin",
                "STREAMGAUGE_GATEWAY_LISTEN", "0.0.0.0:8090");

        // When
        Map<String, String> settings = Environment.settings(environment);

        // Then
        assertThat(settings).containsOnly(Map.entry("gateway.listen", "0.0.0.0:8090"));
    }
}
