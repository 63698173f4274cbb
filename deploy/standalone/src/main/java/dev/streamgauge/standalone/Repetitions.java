package dev.streamgauge.standalone;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same words of the same logger once a minute: a broker that is away is told of several times a second by each client. */
final class Repetitions extends Filter<ILoggingEvent> {

    private static final long PAUSE_MS = Duration.ofMinutes(1).toMillis();
    private static final int REMEMBERED = 200;

    private final Map<String, Long> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public synchronized FilterReply decide(ILoggingEvent event) {
        String words = event.getLoggerName() + event.getFormattedMessage() + cause(event.getThrowableProxy());
        Long last = told.get(words);
        if (last != null && event.getTimeStamp() - last < PAUSE_MS) {
            return FilterReply.DENY;
        }
        told.remove(words);
        told.put(words, event.getTimeStamp());
        return FilterReply.NEUTRAL;
    }

    private static String cause(IThrowableProxy failure) {
        if (failure == null) {
            return "";
        }
        return failure.getCause() == null || failure.isCyclic()
                ? failure.getClassName() + failure.getMessage()
                : cause(failure.getCause());
    }
}
