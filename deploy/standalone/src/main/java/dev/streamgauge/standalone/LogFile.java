package dev.streamgauge.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log that appears with the first warning or error, so that a run without any leaves no file behind. */
final class LogFile extends AppenderBase<ILoggingEvent> {

    private static final long ROTATE_BYTES = 10L * 1024 * 1024;

    private final Path file;
    private final PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    private OutputStream out;

    LogFile(Path file, LoggerContext context) {
        this.file = file;
        setContext(context);
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger - %msg%n");
        encoder.start();
        addFilter(new HarmlessWarnings());
    }

    Path path() {
        return file;
    }

    /** Whether this run wrote anything. */
    synchronized boolean isUsed() {
        return out != null;
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
            return;
        }
        try {
            if (out == null) {
                rotate();
                out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            out.write(encoder.encode(event));
            out.flush();
        } catch (IOException e) {
            addError("Cannot write " + file, e);
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            addError("Cannot close " + file, e);
        }
    }

    private void rotate() throws IOException {
        if (file.toFile().length() > ROTATE_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
