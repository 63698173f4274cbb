package dev.streamgauge.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PingTest {

    static Stream<String> providers() {
        return Providers.all().stream().map(Provider::name);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aTrialTellsNothingAndQuarantinesNothing(String provider) {
        // When
        Mapped mapped = Providers.named(provider)
                .map(
                        new Delivery(Ping.headers(), Ping.body(provider), Instant.parse("2026-03-01T09:30:00Z")),
                        DoorRules.usual());

        // Then
        assertThat(mapped).isInstanceOf(Mapped.Ignored.class);
    }
}
