package dev.streamgauge.connectors.gateway.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.schemas.KeyedHash;
import dev.streamgauge.settings.flat.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final byte[] BODY = "{\"n\":1}".getBytes(UTF_8);
    private static final Secret NEW = new Secret("the-new-secret");
    private static final Secret OLD = new Secret("the-old-secret");
    private static final String SECONDS = Long.toString(NOW.getEpochSecond());

    @Test
    void gitHubsPublishedVectorIsValid() {
        // Given
        Secret secret = new Secret("It's a Secret to Everybody");
        Map<String, String> headers = Map.of(
                "x-hub-signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

        // When
        Verdict verdict =
                Scheme.GITHUB.verify(new Delivery(headers, "Hello, World!".getBytes(UTF_8), NOW), List.of(secret));

        // Then
        assertThat(verdict).isEqualTo(Verdict.VALID);
    }

    static Stream<Arguments> signed() {
        return Stream.of(
                Arguments.of(Scheme.GITHUB, Map.of("x-hub-signature-256", "sha256=" + hex(NEW))),
                Arguments.of(Scheme.HUB, Map.of("x-hub-signature", "sha256=" + hex(NEW))),
                Arguments.of(Scheme.GITLAB_TOKEN, Map.of("x-gitlab-token", NEW.reveal())),
                Arguments.of(Scheme.STANDARD_WEBHOOKS, standard("v1," + standardSignature(NEW, SECONDS), SECONDS)),
                Arguments.of(Scheme.CIRCLECI, Map.of("circleci-signature", "v1=" + hex(NEW))),
                Arguments.of(Scheme.BUILDKITE_SIGNATURE, buildkite(SECONDS, NEW)),
                Arguments.of(Scheme.BUILDKITE_TOKEN, Map.of("x-buildkite-token", NEW.reveal())),
                Arguments.of(Scheme.PAGERDUTY, Map.of("x-pagerduty-signature", "v1=" + hex(NEW))),
                Arguments.of(Scheme.FLUX, Map.of("x-signature", "sha256=" + hex(NEW))),
                Arguments.of(Scheme.BASIC, Map.of("authorization", "Basic " + base64(NEW.reveal()))),
                Arguments.of(Scheme.BEARER, Map.of("authorization", "bearer " + NEW.reveal())));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void oneOfTwoSecretsIsEnoughAndAnyOtherIsNot(Scheme scheme, Map<String, String> headers) {
        assertThat(verify(scheme, headers, BODY, NEW)).isEqualTo(Verdict.VALID);
        assertThat(verify(scheme, headers, BODY, NEW, OLD)).isEqualTo(Verdict.VALID);
        assertThat(verify(scheme, headers, BODY, OLD, NEW)).isEqualTo(Verdict.VALID);
        assertThat(verify(scheme, headers, BODY, OLD)).isEqualTo(Verdict.WRONG);
        assertThat(verify(scheme, headers, BODY)).isEqualTo(Verdict.WRONG);
        assertThat(verify(scheme, Map.of(), BODY, NEW)).isEqualTo(Verdict.MISSING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scheme.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GITLAB_TOKEN", "BUILDKITE_TOKEN", "BASIC", "BEARER", "NONE"})
    void aSignatureIsOfTheRawBytes(Scheme scheme) {
        // Given
        Map<String, String> headers = signed().filter(signed -> signed.get()[0] == scheme)
                .findFirst()
                .map(SchemeTest::headers)
                .orElseThrow();

        // When
        Verdict verdict = verify(scheme, headers, "{\"n\": 1}".getBytes(UTF_8), NEW);

        // Then
        assertThat(verdict).isEqualTo(Verdict.WRONG);
    }

    @SuppressWarnings("unchecked") // as it stands above
    private static Map<String, String> headers(Arguments signed) {
        return (Map<String, String>) signed.get()[1];
    }

    @Test
    void sha1AloneProvesNothing() {
        assertThat(verify(Scheme.GITHUB, Map.of("x-hub-signature", "sha1=00"), BODY, NEW))
                .isEqualTo(Verdict.LEGACY);
        assertThat(verify(Scheme.HUB, Map.of("x-hub-signature", "sha1=00"), BODY, NEW))
                .isEqualTo(Verdict.LEGACY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GITHUB|x-hub-signature-256|nonsense",
                "GITHUB|x-hub-signature-256|sha256=",
                "GITHUB|x-hub-signature-256|sha256=zz",
                "GITHUB|x-hub-signature-256|sha512=00",
                "GITHUB|x-hub-signature-256|none",
                "GITHUB|x-hub-signature-256|sha256=00,sha256=00",
                "CIRCLECI|circleci-signature|v0=00",
                "BUILDKITE_SIGNATURE|x-buildkite-signature|timestamp=,signature=00",
                "BUILDKITE_SIGNATURE|x-buildkite-signature|timestamp=-1,signature=00",
                "BASIC|authorization|Basic %%%",
            })
    void whatIsNoSignatureIsRefused(Scheme scheme, String header, String value) {
        assertThat(verify(scheme, Map.of(header, value), BODY, NEW)).isIn(Verdict.MALFORMED, Verdict.WRONG);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        // Given
        String pagerDuty = "v1=" + "0".repeat(64) + ", v1=" + hex(NEW);
        String standard = "v1a,AAAA v1,AAAA v1," + standardSignature(NEW, SECONDS);

        // Then
        assertThat(verify(Scheme.PAGERDUTY, Map.of("x-pagerduty-signature", pagerDuty), BODY, NEW))
                .isEqualTo(Verdict.VALID);
        assertThat(verify(Scheme.STANDARD_WEBHOOKS, standard(standard, SECONDS), BODY, NEW))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void aThousandSignaturesAreNoneSoThatTheyCostNothing() {
        // Given
        String many = "v1=" + hex(NEW) + (",v1=" + hex(NEW)).repeat(999);

        // Then
        assertThat(verify(Scheme.PAGERDUTY, Map.of("x-pagerduty-signature", many), BODY, NEW))
                .isEqualTo(Verdict.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"-300, VALID", "-301, STALE", "0, VALID", "300, VALID", "301, STALE"})
    void aSignedTimeIsWithinFiveMinutesOfItsReceipt(long offset, Verdict expected) {
        // Given
        String time = Long.toString(NOW.getEpochSecond() + offset);

        // Then
        assertThat(verify(Scheme.STANDARD_WEBHOOKS, standard("v1," + standardSignature(NEW, time), time), BODY, NEW))
                .isEqualTo(expected);
        assertThat(verify(Scheme.BUILDKITE_SIGNATURE, buildkite(time, NEW), BODY, NEW))
                .isEqualTo(expected);
    }

    @Test
    void aTimeThatIsNotTheSignedOneIsWrongAndNotStale() {
        // Given
        String later = Long.toString(NOW.getEpochSecond() + 1);

        // Then
        assertThat(verify(
                        Scheme.STANDARD_WEBHOOKS, standard("v1," + standardSignature(NEW, SECONDS), later), BODY, NEW))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void theStandardsOwnExampleIsValid() {
        // Given
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        byte[] body = "{\"test\": 2432232314}".getBytes(UTF_8);
        Map<String, String> headers = Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        // When
        Verdict verdict = Scheme.STANDARD_WEBHOOKS.verify(
                new Delivery(headers, body, Instant.ofEpochSecond(1614265330)), List.of(secret));

        // Then
        assertThat(verdict).isEqualTo(Verdict.VALID);
    }

    @Test
    void aSecretIsNeverShown() {
        assertThat(NEW).hasToString("***");
        assertThat(List.of(NEW, OLD)).hasToString("[***, ***]");
        assertThat(NEW).isEqualTo(new Secret("the-new-secret")).isNotEqualTo(OLD);
    }

    private static Verdict verify(Scheme scheme, Map<String, String> headers, byte[] body, Secret... secrets) {
        return scheme.verify(new Delivery(headers, body, NOW), List.of(secrets));
    }

    private static String hex(Secret secret) {
        return HexFormat.of().formatHex(KeyedHash.of(secret.bytes(), BODY));
    }

    private static Map<String, String> standard(String signatures, String time) {
        return Map.of("webhook-id", "msg_1", "webhook-timestamp", time, "webhook-signature", signatures);
    }

    private static String standardSignature(Secret secret, String time) {
        byte[] before = ("msg_1." + time + ".").getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(KeyedHash.of(secret.bytes(), before, BODY));
    }

    private static Map<String, String> buildkite(String time, Secret secret) {
        String signature = HexFormat.of().formatHex(KeyedHash.of(secret.bytes(), (time + ".").getBytes(UTF_8), BODY));
        return Map.of("x-buildkite-signature", "timestamp=" + time + ",signature=" + signature);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
