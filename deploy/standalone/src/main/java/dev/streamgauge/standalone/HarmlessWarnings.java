package dev.streamgauge.standalone;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/** Warnings that come in every healthy run, and would hide those that mean something. */
final class HarmlessWarnings extends Filter<ILoggingEvent> {

    private static final List<String> HARMLESS = List.of(
            "Performing controller activation",
            "Attempting to close NetworkClient that has already been closed",
            "Auto topic creation failed for __", // Two clients asked at once.
            "Processing exception handler is not enabled for the GlobalThread", // There is no global thread.
            "Using an OS temp directory in the state.dir", // On purpose, if the run is temporary.
            "CONCURRENT_TRANSACTIONS");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return HARMLESS.stream().anyMatch(message::contains) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
