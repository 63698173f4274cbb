package dev.streamgauge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

    private static final long NOON = 1_800_000_000_000L;

    private final Repetitions repetitions = new Repetitions();

    private FilterReply told(String message, long at) {
        LoggingEvent event =
                new LoggingEvent("here", new LoggerContext().getLogger("client"), Level.WARN, message, null, null);
        event.setTimeStamp(at);
        return repetitions.decide(event);
    }

    @Test
    void theSameWordsAreToldOnceAMinute() {
        // When
        FilterReply first = told("away", NOON);
        FilterReply soon = told("away", NOON + 59_999);
        FilterReply others = told("back", NOON + 59_999);
        FilterReply later = told("away", NOON + 60_000);

        // Then
        assertThat(first).isEqualTo(FilterReply.NEUTRAL);
        assertThat(soon).isEqualTo(FilterReply.DENY);
        assertThat(others).isEqualTo(FilterReply.NEUTRAL);
        assertThat(later).isEqualTo(FilterReply.NEUTRAL);
    }
}
