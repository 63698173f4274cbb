package dev.streamgauge.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.FilterReply;

/** Warnings and errors on stderr, and what people are told if that is part of the log. */
final class StderrLog extends ConsoleAppender<ILoggingEvent> {

    StderrLog(LoggerContext context, Encoder<ILoggingEvent> lines) {
        lines.setContext(context);
        lines.start();
        setContext(context);
        setTarget("System.err");
        setEncoder(lines);
        addFilter(new HarmlessWarnings());
        addFilter(new Repetitions());
        start();
    }

    @Override
    public FilterReply getFilterChainDecision(ILoggingEvent event) {
        boolean matters = (event.getLevel().isGreaterOrEqual(Level.WARN) && !isTold(event)) || isNotice(event);
        return matters ? super.getFilterChainDecision(event) : FilterReply.DENY;
    }

    private static boolean isNotice(ILoggingEvent event) {
        return event.getLoggerName().equals(Notices.LOGGER);
    }

    /** The user reads its message anyway. */
    private static boolean isTold(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        return failure != null && failure.getClassName().equals(StandaloneException.class.getName());
    }
}
