package dev.streamgauge.connectors.gateway;

import static dev.streamgauge.connectors.gateway.TestGateway.EVENT;
import static dev.streamgauge.connectors.gateway.TestGateway.signature;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.streamgauge.connectors.gateway.RawHttp.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is not taken, and what that costs. */
@Timeout(60)
class RefusalTest {

    private static final int MOST = 100_000;
    private static final Map<String, String> STRICT = Map.of("gateway.max.body.bytes", Integer.toString(MOST));

    @Test
    void aWrongSignatureIsAnsweredWithNothing() {
        try (TestGateway gateway = new TestGateway()) {
            // When
            Reply wrong =
                    RawHttp.post(gateway.port(), "/webhooks/toy", signature("x".getBytes(UTF_8), Map.of()), EVENT);
            Reply none = RawHttp.post(gateway.port(), "/webhooks/toy", Map.of(), EVENT);
            Reply old = RawHttp.post(gateway.port(), "/webhooks/toy", Map.of("X-Hub-Signature", "sha1=00"), EVENT);

            // Then
            assertThat(List.of(wrong, none, old)).allSatisfy(reply -> {
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.body()).isEmpty();
            });
            assertThat(gateway.publisher().parcels()).isEmpty();
            assertThat(gateway.metrics())
                    .contains(
                            "reason=\"signature_wrong\"",
                            "reason=\"signature_missing\"",
                            "reason=\"signature_legacy\"");
        }
    }

    @Test
    void onlyPostsToSourcesAreTaken() {
        try (TestGateway gateway = new TestGateway()) {
            assertThat(RawHttp.post(gateway.port(), "/webhooks/other", Map.of(), EVENT)
                            .status())
                    .isEqualTo(404);
            assertThat(RawHttp.post(gateway.port(), "/", Map.of(), EVENT).status())
                    .isEqualTo(404);
            Reply get = RawHttp.get(gateway.port(), "/webhooks/toy");
            assertThat(get.status()).isEqualTo(405);
            assertThat(get.headers()).containsEntry("allow", "POST");
            assertThat(RawHttp.get(gateway.port(), "/metrics").status()).isEqualTo(404);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        try (TestGateway gateway = new TestGateway(STRICT);
                RawHttp http = gateway.connect()) {
            // When
            http.send("POST /webhooks/toy HTTP/1.1\r\nHost: x\r\nContent-Length: " + (MOST + 1) + "\r\n\r\n");

            // Then
            assertThat(http.reply().status()).isEqualTo(413);
            assertThat(http.isEnded()).isTrue();
        }
    }

    @Test
    void aBodyThatBecomesTooLargeIsRefusedWithoutReadingTheRest() {
        try (TestGateway gateway = new TestGateway(STRICT);
                RawHttp http = gateway.connect()) {
            // Given
            String half = Integer.toHexString(MOST / 2) + "\r\n" + "x".repeat(MOST / 2) + "\r\n";

            // When
            http.send("POST /webhooks/toy HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + half + half
                    + "1\r\nx\r\n");

            // Then
            assertThat(http.reply().status()).isEqualTo(413);
        }
    }

    @Test
    void aBodyOfExactlyTheLimitIsTaken() {
        try (TestGateway gateway = new TestGateway(STRICT)) {
            // Given
            byte[] body = (new String(EVENT, UTF_8) + " ".repeat(MOST - EVENT.length)).getBytes(UTF_8);

            // Then
            assertThat(gateway.signed(body).status()).isEqualTo(202);
        }
    }

    @Test
    void gzipIsOpenedAfterItsSignatureAndNothingElseIs() throws IOException {
        try (TestGateway gateway = new TestGateway(STRICT)) {
            Map<String, String> gzip = Map.of("Content-Encoding", "gzip");
            assertThat(gateway.signed(gzip(EVENT), gzip).status()).isEqualTo(202);
            assertThat(gateway.signed(gzip(new byte[MOST + 1]), gzip).status()).isEqualTo(413);
            assertThat(gateway.signed(EVENT, gzip).status()).isEqualTo(202);
            assertThat(gateway.publisher().parcels().get(1).letter().headers())
                    .containsEntry("streamgauge.reason", "undecodable");
            for (String other : List.of("br", "deflate", "gzip, gzip", "zstd", "nonsense")) {
                assertThat(gateway.signed(EVENT, Map.of("Content-Encoding", other))
                                .status())
                        .isEqualTo(415);
            }
        }
    }

    @Test
    void aSenderThatGoesAwayInTheMiddleHarmsNobody() {
        try (TestGateway gateway = new TestGateway()) {
            // Given
            try (RawHttp http = gateway.connect()) {
                http.send("POST /webhooks/toy HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
                http.endOutput();
                Reply reply = http.reply();
                assertThat(reply == null ? 400 : reply.status()).isEqualTo(400);
            }

            // Then
            assertThat(gateway.signed(EVENT).status()).isEqualTo(202);
        }
    }

    @Test
    void aSourceThatSendsTooMuchIsToldToComeAgain() {
        try (TestGateway gateway = new TestGateway(Map.of("gateway.rate.per.second", "1"))) {
            // When
            List<Reply> replies =
                    IntStream.range(0, 15).mapToObj(i -> gateway.signed(EVENT)).toList();

            // Then
            assertThat(replies.get(9).status()).isEqualTo(202);
            assertThat(replies).anySatisfy(reply -> {
                assertThat(reply.status()).isEqualTo(429);
                assertThat(reply.headers()).containsEntry("retry-after", "1");
            });
        }
    }

    @Test
    void thoseWhoCannotSignUseUpNothingOfASource() {
        try (TestGateway gateway = new TestGateway(Map.of("gateway.rate.per.second", "1"))) {
            // Given
            IntStream.range(0, 30).forEach(i -> RawHttp.post(gateway.port(), "/webhooks/toy", Map.of(), EVENT));

            // Then
            assertThat(gateway.signed(EVENT).status()).isEqualTo(202);
        }
    }

    @Test
    void aBrokerThatIsAwayIsTroubleAndNotADeadLetter() {
        try (TestGateway gateway = new TestGateway()) {
            // Given
            gateway.publisher().answer(parcel -> CompletableFuture.failedFuture(new IllegalStateException("away")));

            // Then
            assertThat(gateway.signed(EVENT).status()).isEqualTo(503);
            assertThat(gateway.publisher().parcels()).hasSize(1).allMatch(parcel -> parcel.letter() == null);
        }
    }

    @Test
    void bodiesThatFillTheMemoryAreToldToComeAgain() {
        Map<String, String> small = new HashMap<>(STRICT);
        small.put("gateway.memory.bytes", "1000");
        try (TestGateway gateway = new TestGateway(small)) {
            // When
            Reply reply = gateway.signed(new byte[2000]);

            // Then
            assertThat(reply.status()).isEqualTo(503);
            assertThat(gateway.signed(EVENT).status()).isEqualTo(202);
        }
    }

    @Test
    void whatABodyBecomesWhenItIsDecompressedFillsTheMemoryToo() throws IOException {
        Map<String, String> small = new HashMap<>(STRICT);
        small.put("gateway.memory.bytes", "1000");
        try (TestGateway gateway = new TestGateway(small)) {
            Map<String, String> gzip = Map.of("Content-Encoding", "gzip");

            // When
            Reply reply = gateway.signed(gzip(new byte[2000]), gzip);

            // Then
            assertThat(reply.status()).isEqualTo(503);
            assertThat(gateway.signed(gzip(EVENT), gzip).status()).isEqualTo(202);
            // It is free again just after the answer.
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                while (!gateway.metrics().contains("streamgauge_gateway_memory_bytes 0.0")) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Test
    void connectionsBeyondTheLimitWait() {
        try (TestGateway gateway = new TestGateway(Map.of("gateway.max.connections", "3"))) {
            // Given
            List<RawHttp> idle = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                RawHttp http = gateway.connect();
                idle.add(http);
                assertThat(http.post("/webhooks/toy", signature(EVENT, Map.of()), EVENT)
                                .status())
                        .isEqualTo(202);
            }
            CompletableFuture<Reply> further = CompletableFuture.supplyAsync(() -> gateway.signed(EVENT));

            // When
            idle.forEach(RawHttp::close);

            // Then
            assertThat(further.join().status()).isEqualTo(202);
        }
    }

    @Test
    void theManagementTellsWhetherItIsReady() {
        try (TestGateway gateway = new TestGateway()) {
            assertThat(RawHttp.get(gateway.managementPort(), "/livez").status()).isEqualTo(200);
            assertThat(RawHttp.get(gateway.managementPort(), "/readyz").status())
                    .isEqualTo(200);
            gateway.publisher().ready(false);
            assertThat(RawHttp.get(gateway.managementPort(), "/readyz").status())
                    .isEqualTo(503);
            assertThat(RawHttp.get(gateway.managementPort(), "/livez").status()).isEqualTo(200);
            assertThat(RawHttp.get(gateway.managementPort(), "/other").status()).isEqualTo(404);
            assertThat(RawHttp.get(gateway.managementPort(), "/other").body())
                    .isEqualTo("there is /livez, /readyz and /metrics\n");
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
