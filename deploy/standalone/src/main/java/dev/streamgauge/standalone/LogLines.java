package dev.streamgauge.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** A line for each event. Only our own mistakes are traced: where in Kafka something was noticed helps nobody, but the words of its causes do. */
final class LogLines extends PatternLayoutEncoder {

    private static final String KAFKA = "org.apache.kafka";

    private final PatternLayoutEncoder ours;

    LogLines(LoggerContext context, String pattern) {
        setContext(context);
        setPattern(pattern + "%nopex%n");
        start();
        ours = new PatternLayoutEncoder();
        ours.setContext(context);
        ours.setPattern(pattern + "%n");
        ours.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        if (event.getThrowableProxy() == null || !event.getLoggerName().startsWith(KAFKA)) {
            return ours.encode(event);
        }
        String line = new String(super.encode(event), UTF_8).stripTrailing();
        return (line + causes(event.getThrowableProxy()) + System.lineSeparator()).getBytes(UTF_8);
    }

    private static String causes(IThrowableProxy failure) {
        StringBuilder words = new StringBuilder();
        for (IThrowableProxy cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && words.indexOf(cause.getMessage()) < 0) {
                words.append(": ").append(cause.getMessage().strip().replaceAll("\\s*\\R\\s*", " "));
            }
        }
        return words.toString();
    }
}
