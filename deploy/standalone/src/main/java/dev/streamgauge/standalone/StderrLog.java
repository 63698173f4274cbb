package dev.streamgauge.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.FilterReply;

/** Warnings and errors on stderr, a line each; the traces of our own mistakes follow their line. */
final class StderrLog extends ConsoleAppender<ILoggingEvent> {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} - %msg";

    StderrLog(LoggerContext context) {
        setContext(context);
        setTarget("System.err");
        setEncoder(new LogLines(context, PATTERN));
        addFilter(new HarmlessWarnings());
        addFilter(new Repetitions());
        start();
    }

    @Override
    public FilterReply getFilterChainDecision(ILoggingEvent event) {
        boolean matters = event.getLevel().isGreaterOrEqual(Level.WARN) && !isTold(event);
        return matters ? super.getFilterChainDecision(event) : FilterReply.DENY;
    }

    /** The user reads its message anyway. */
    private static boolean isTold(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        return failure != null && failure.getClassName().equals(StandaloneException.class.getName());
    }
}
