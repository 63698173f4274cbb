package dev.streamgauge.connectors.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class InflationTest {

    @Test
    void anHonestBodyIsDecompressed() throws IOException {
        // Given
        byte[] body = "{\"a\":1}".repeat(1000).getBytes(UTF_8);

        // Then
        assertThat(Inflation.gunzip(gzip(body), body.length, bytes -> true)).isEqualTo(body);
    }

    @Test
    void aBodyOfOneByteTooManyIsRefused() throws IOException {
        // Given
        byte[] body = gzip(new byte[1001]);

        // Then
        assertThat(Inflation.gunzip(body, 1001, bytes -> true)).hasSize(1001);
        assertThatThrownBy(() -> Inflation.gunzip(body, 1000, bytes -> true))
                .isInstanceOf(Inflation.BombException.class);
    }

    @Test
    void aBodyThatShrankToLessThanAHundredthIsRefusedBeforeItIsLarge() throws IOException {
        // Given
        byte[] bomb = gzip(new byte[20 << 20]);
        assertThat(bomb).hasSizeLessThan((20 << 20) / 100);

        // Then
        assertThatThrownBy(() -> Inflation.gunzip(bomb, 25 << 20, bytes -> true))
                .isInstanceOf(Inflation.BombException.class);
    }

    @Test
    void whatIsNoGzipIsNoBomb() throws IOException {
        // Given
        byte[] cut = Arrays.copyOf(gzip(new byte[1000]), 15);

        // Then
        assertThatThrownBy(() -> Inflation.gunzip("{}".getBytes(UTF_8), 1000, bytes -> true))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Inflation.BombException.class);
        assertThatThrownBy(() -> Inflation.gunzip(cut, 1000, bytes -> true))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Inflation.BombException.class);
    }

    @Test
    void whatThereIsNoRoomForIsNotDecompressed() throws IOException {
        // Given
        byte[] body = gzip(new byte[100_000]);
        AtomicLong taken = new AtomicLong();

        // Then
        assertThatThrownBy(() -> Inflation.gunzip(body, 200_000, bytes -> taken.addAndGet(bytes) <= 50_000))
                .isInstanceOf(Inflation.CrowdedException.class);
        assertThat(taken.get()).isLessThan(100_000);
    }

    static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
