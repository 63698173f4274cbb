package dev.streamgauge.connectors.gateway;

import static dev.streamgauge.connectors.gateway.TestGateway.EVENT;
import static dev.streamgauge.connectors.gateway.TestGateway.signature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.gateway.RawHttp.Reply;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long is waited: for senders, for the broker, and at the end. */
@Timeout(60)
class PatienceTest {

    private static final Map<String, String> IMPATIENT =
            Map.of("gateway.timeout.header.ms", "1000", "gateway.timeout.body.ms", "1000");

    @Test
    void aHeadThatTakesTooLongIsRefusedHoweverOftenAByteComes() throws InterruptedException {
        try (TestGateway gateway = new TestGateway(IMPATIENT);
                RawHttp silent = gateway.connect();
                RawHttp dripping = gateway.connect()) {
            // Given
            Thread drip = new Thread(() -> drip(dripping, "POST /webhooks/toy HTTP/1.1\r\nX: "));

            // When
            drip.start();

            // Then
            assertThat(silent.reply().status()).isEqualTo(408);
            assertThat(dripping.reply().status()).isEqualTo(408);
            drip.join();
        }
    }

    @Test
    void aBodyThatTakesTooLongIsRefusedHoweverOftenAByteComes() throws InterruptedException {
        try (TestGateway gateway = new TestGateway(IMPATIENT);
                RawHttp http = gateway.connect()) {
            // Given
            Thread drip = new Thread(
                    () -> drip(http, "POST /webhooks/toy HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n"));

            // When
            drip.start();

            // Then
            assertThat(http.reply().status()).isEqualTo(408);
            assertThat(http.isEnded()).isTrue();
            drip.join();
            assertThat(gateway.metrics()).contains("streamgauge_gateway_memory_bytes 0.0");
        }
    }

    @Test
    void aConnectionMayRestBetweenTwoRequestsLongerThanAHeadMayTake() throws InterruptedException {
        try (TestGateway gateway = new TestGateway(IMPATIENT);
                RawHttp http = gateway.connect()) {
            // Given
            assertThat(http.post("/webhooks/toy", signature(EVENT, Map.of()), EVENT)
                            .status())
                    .isEqualTo(202);
            new CountDownLatch(1).await(2_500, TimeUnit.MILLISECONDS);

            // When
            Reply second = http.post("/webhooks/toy", signature(EVENT, Map.of()), EVENT);

            // Then
            assertThat(second.status()).isEqualTo(202);
        }
    }

    @Test
    void aBrokerThatDoesNotAcknowledgeIsNotWaitedForBeyondTheLimit() {
        try (TestGateway gateway = new TestGateway(Map.of("gateway.timeout.answer.ms", "500"))) {
            // Given
            gateway.publisher().answer(parcel -> new CompletableFuture<>());

            // When
            long begun = System.nanoTime();
            Reply reply = gateway.signed(EVENT);

            // Then
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.headers()).containsKey("retry-after");
            assertThat(System.nanoTime() - begun).isBetween(400_000_000L, 10_000_000_000L);
        }
    }

    @Test
    void aStopFinishesWhatHasBegun() throws InterruptedException {
        // Given
        TestGateway gateway = new TestGateway(Map.of("gateway.timeout.answer.ms", "10000"));
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        gateway.publisher().answer(parcel -> {
            arrived.complete(null);
            return acknowledgement;
        });
        CompletableFuture<Reply> begun = CompletableFuture.supplyAsync(() -> gateway.signed(EVENT));
        arrived.join();

        // When
        Thread stop = new Thread(gateway::close);
        stop.start();
        acknowledgement.completeAsync(() -> null, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        // Then
        assertThat(begun.join().status()).isEqualTo(202);
        stop.join();
    }

    // One byte every so often: well within any limit that begins anew with each byte.
    private static void drip(RawHttp http, String begin) {
        try {
            http.send(begin);
            for (int i = 0; i < 1_000; i++) {
                http.send("x");
                new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            }
        } catch (UncheckedIOException e) {
            // The other side has had enough, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
