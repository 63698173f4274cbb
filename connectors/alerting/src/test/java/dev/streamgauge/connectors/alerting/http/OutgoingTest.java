package dev.streamgauge.connectors.alerting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Answer;
import dev.streamgauge.connectors.alerting.testkit.SelfSigned;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingTest {

    @TempDir
    Path directory;

    private HttpReceiver receiver;
    private Outgoing allowed;

    @BeforeEach
    void start() throws IOException {
        receiver = new HttpReceiver();
        allowed = new Outgoing(new AddressRules(List.of("127.0.0.0/8")), Outgoing.Trust.USUAL);
    }

    @AfterEach
    void stop() {
        receiver.close();
        allowed.close();
    }

    private static Call call(String address) {
        return new Call(URI.create(address), Map.of("x-a", "b"), "{}", Duration.ofSeconds(2));
    }

    @Test
    void shouldPostAndGiveTheAnswer() throws Exception {
        // Given
        receiver.answer(request -> Answer.ok("{\"ok\":true}").with("retry-after", "7"));

        // When
        Reply reply = allowed.call(call(receiver.url() + "/a?b=c"));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"ok\":true}");
        assertThat(reply.retryAfter()).contains("7");
        assertThat(receiver.requests().get(0).path()).isEqualTo("/a?b=c");
        assertThat(receiver.requests().get(0).headers())
                .containsEntry("x-a", "b")
                .containsEntry("content-type", "application/json")
                .doesNotContainKey("accept-encoding");
    }

    @Test
    void shouldNotConnectToThisMachineUnlessItIsAllowed() {
        try (Outgoing strict = new Outgoing(new AddressRules(List.of()), Outgoing.Trust.USUAL)) {
            // Given
            String port = receiver.url().replaceAll(".*:", "");

            // Then
            for (String host : List.of("127.0.0.1", "localhost", "2130706433", "0", "[::ffff:127.0.0.1]")) {
                assertThatThrownBy(() -> strict.call(call("http://" + host + ":" + port + "/")))
                        .as(host)
                        .isInstanceOf(IOException.class);
            }
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void shouldNotFollowARedirect() throws Exception {
        // Given
        receiver.answer(request -> Answer.of(307).with("location", receiver.url() + "/elsewhere"));

        // When
        Reply reply = allowed.call(call(receiver.url() + "/"));

        // Then
        assertThat(reply.status()).isEqualTo(307);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void shouldTakeARefusalWithoutAChallengeForWhatItIs() throws Exception {
        // Given
        receiver.answer(401);

        // When
        Reply reply = allowed.call(call(receiver.url() + "/"));

        // Then
        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void shouldEndACallThatIsNotAnswered() {
        // Given
        receiver.answer(0);

        // Then
        assertThatThrownBy(() -> allowed.call(call(receiver.url() + "/secret-path")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(receiver.url())
                .hasMessageNotContaining("secret-path");
    }

    @Test
    void shouldReadNoMoreOfAnAnswerThanItNeeds() throws Exception {
        // Given
        receiver.answer(request -> Answer.ok("x".repeat(10_000_000)));

        // When
        Reply reply = allowed.call(call(receiver.url() + "/"));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).hasSize(64 * 1024);
    }

    @Test
    void shouldSayThatTlsFailedWithACertificateThatNobodyVouchesForAndTrustWhomItIsTold() throws Exception {
        // Given
        SelfSigned certificate = SelfSigned.in(directory);
        Outgoing.Trust trust = new Outgoing.Trust(certificate.store(), "PKCS12", SelfSigned.PASSWORD);

        try (HttpReceiver secure = HttpReceiver.secure(certificate);
                Outgoing trusting = new Outgoing(new AddressRules(List.of("127.0.0.1")), trust)) {
            // When
            Reply reply = trusting.call(call(secure.url()));

            // Then
            assertThat(reply.status()).isEqualTo(200);
            assertThatThrownBy(() -> allowed.call(call(secure.url())))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith(
                            "TLS failed: its certificate is signed by nobody who is trusted: put it, or its signer's, into alerting.tls.truststore");
        }
    }
}
