package dev.streamgauge.connectors.gateway.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.settings.flat.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final Secret SECRET = new Secret("user:a-long-password");
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void whatIsSignedIsTaken(Scheme scheme) {
        // When
        Map<String, String> headers = Signing.headers(scheme, SECRET, BODY, NOW);

        // Then
        Delivery delivery = new Delivery(headers, BODY, NOW);
        assertThat(scheme.verify(delivery, List.of(SECRET))).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @EnumSource(value = Scheme.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsSignedWithAnotherSecretIsRefused(Scheme scheme) {
        // When
        Map<String, String> headers = Signing.headers(scheme, new Secret("user:another-password"), BODY, NOW);

        // Then
        Delivery delivery = new Delivery(headers, BODY, NOW);
        assertThat(scheme.verify(delivery, List.of(SECRET))).isEqualTo(Verdict.WRONG);
    }
}
