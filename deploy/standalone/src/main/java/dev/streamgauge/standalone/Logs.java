package dev.streamgauge.standalone;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the log of this process goes: into a file, once there is a place for it, and never to the console. */
public final class Logs {

    private static LogFile current;

    private Logs() {}

    /** Warnings and errors go into this file from now on. It appears with the first of them. */
    public static synchronized void writeTo(Path file) {
        finish();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        current = new LogFile(file, context);
        current.start();
        root().addAppender(current);
    }

    /** Where the log is, as the end of a message to the user; empty if nothing was logged. */
    public static synchronized String hint() {
        return current != null && current.isUsed() ? " (log: " + current.path() + ")" : "";
    }

    /** Makes sure that there is a place for the log: if need be, a file among the system's temporary ones. */
    public static synchronized void ensureFile() {
        if (current == null) {
            writeTo(Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "streamgauge-" + ProcessHandle.current().pid() + ".log"));
        }
    }

    private static void finish() {
        if (current != null) {
            root().detachAppender(current);
            current.stop();
        }
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
