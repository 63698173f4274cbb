package dev.streamgauge.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final SteppingClock clock = new SteppingClock();

    @Test
    void shouldPrintALineNowAndThenWithoutATerminal() {
        // Given
        Progress progress = new Progress("Reading commits", 1000, new Progress.Screen(out, false, clock));

        // When
        progress.add(100);
        clock.advance(Duration.ofSeconds(5));
        progress.add(100);
        clock.advance(Duration.ofSeconds(1));
        progress.add(100);
        clock.advance(Duration.ofSeconds(4));
        progress.at(1000);
        progress.close();

        // Then
        assertThat(shown()).isEqualTo("""
                        Reading commits  200/1,000  40/s  0:20 left
                        Reading commits  1,000/1,000  100/s
                        Reading commits  1,000/1,000  100/s
                        """);
    }

    @Test
    void shouldMoveABarOnATerminal() {
        // Given
        Progress progress = new Progress("Sending", 4, new Progress.Screen(out, true, clock));

        // When
        clock.advance(Duration.ofSeconds(2));
        progress.at(2);
        clock.advance(Duration.ofSeconds(2));
        progress.close();

        // Then
        assertThat(shown())
                .isEqualTo("\rSending  [############------------]  2/4  1/s  0:02 left"
                        + "\rSending  [############------------]  2/4  1/s  0:04 left\n");
    }

    @Test
    void shouldShowNothingForWorkThatIsDoneAtOnce() {
        // Given
        Progress progress = new Progress("Sending", 4, new Progress.Screen(out, true, clock));

        // When
        progress.add(4);
        progress.close();

        // Then
        assertThat(shown()).isEmpty();
    }

    @Test
    void shouldDoWithoutATotal() {
        // Given
        Progress progress = new Progress("Reading", 0, new Progress.Screen(out, false, clock));

        // When
        clock.advance(Duration.ofSeconds(10));
        progress.add(1_000_000);

        // Then
        assertThat(shown()).isEqualTo("Reading  1,000,000  100,000/s\n");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static final class SteppingClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
