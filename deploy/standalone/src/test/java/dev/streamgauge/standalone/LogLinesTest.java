package dev.streamgauge.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private static final long NOON = 1_800_000_000_000L;

    private final LoggerContext context = new LoggerContext();

    private LoggingEvent event(String logger, String message, Throwable failure, long at) {
        LoggingEvent event = new LoggingEvent(
                LogLinesTest.class.getName(), context.getLogger(logger), Level.WARN, message, failure, null);
        event.setTimeStamp(at);
        return event;
    }

    private String line(String logger) {
        Throwable failure = new IllegalStateException("Tasks [0_0] are corrupted", new RuntimeException("disk\nfull"));
        return new String(
                new LogLines(context, "%level %msg").encode(event(logger, "It failed", failure, NOON)), UTF_8);
    }

    @Test
    void whatKafkaTellsIsOneLineWithTheWordsOfItsCauses() {
        // When
        String line = line("org.apache.kafka.streams.KafkaStreams");

        // Then
        assertThat(line).isEqualToIgnoringNewLines("WARN It failed: Tasks [0_0] are corrupted: disk full");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void ourOwnMistakesAreTraced() {
        // When
        String lines = line("dev.streamgauge.processors.app.FailurePolicy");

        // Then
        assertThat(lines).contains("WARN It failed", "\tat ", "Caused by:");
    }

    @Test
    void theSameWordsAreToldOnceAMinute() {
        // Given
        Repetitions repetitions = new Repetitions();

        // When
        FilterReply first = repetitions.decide(event("a", "away", null, NOON));
        FilterReply soon = repetitions.decide(event("a", "away", null, NOON + 59_999));
        FilterReply others = repetitions.decide(event("a", "back", null, NOON + 59_999));
        FilterReply later = repetitions.decide(event("a", "away", null, NOON + 60_000));

        // Then
        assertThat(first).isEqualTo(FilterReply.NEUTRAL);
        assertThat(soon).isEqualTo(FilterReply.DENY);
        assertThat(others).isEqualTo(FilterReply.NEUTRAL);
        assertThat(later).isEqualTo(FilterReply.NEUTRAL);
    }
}
