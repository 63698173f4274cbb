package dev.streamgauge.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final LoggerContext context = new LoggerContext();

    private String line(Encoder<ILoggingEvent> encoder, String message, Throwable failure) {
        LoggingEvent event =
                new LoggingEvent("here", context.getLogger("dev.streamgauge.Some"), Level.WARN, message, failure, null);
        event.setInstant(Instant.parse("2026-03-02T09:00:00.125Z"));
        event.setThreadName("one");
        return new String(encoder.encode(event), UTF_8);
    }

    @Test
    void aLineForMachinesIsOneObjectWithTheTraceInIt() throws IOException {
        // When
        String line = line(new JsonLines(), "it \"failed\"\nbadly", new IllegalStateException("no \u2028 disk"));

        // Then
        assertThat(line).endsWith("}\n").hasLineCount(1);
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.path("timestamp").asText()).isEqualTo("2026-03-02T09:00:00.125Z");
        assertThat(event.path("level").asText()).isEqualTo("WARN");
        assertThat(event.path("logger").asText()).isEqualTo("dev.streamgauge.Some");
        assertThat(event.path("thread").asText()).isEqualTo("one");
        assertThat(event.path("message").asText()).isEqualTo("it \"failed\"\nbadly");
        assertThat(event.path("exception").asText())
                .startsWith("java.lang.IllegalStateException: no \u2028 disk")
                .contains("at dev.streamgauge.standalone.LogLinesTest");
    }

    @Test
    void withoutAnExceptionThereIsNoSuchField() throws IOException {
        // When
        String line = line(new JsonLines(), "all is well", null);

        // Then
        assertThat(new ObjectMapper().readTree(line).has("exception")).isFalse();
    }

    @Test
    void aLineForPeopleNamesTheRootAndShowsNoTrace() {
        // Given
        Throwable failure = new IllegalStateException("task 0_1", new IOException("No space left on device"));

        // When
        String line = line(new TextLines(context, false), "A stream thread failed", failure);

        // Then
        assertThat(line)
                .hasLineCount(1)
                .endsWith(
                        " WARN  [one] dev.streamgauge.Some - A stream thread failed: java.io.IOException: No space left on device\n");
    }

    @Test
    void whoAsksForTracesGetsThem() {
        // When
        String line = line(new TextLines(context, true), "A stream thread failed", new IOException("gone"));

        // Then
        assertThat(line).contains("java.io.IOException: gone\n\tat dev.streamgauge.standalone.LogLinesTest");
    }
}
