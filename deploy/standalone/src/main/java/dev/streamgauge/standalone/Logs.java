package dev.streamgauge.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the log of this process goes: into a file, once there is a place for it, and never to the console. */
public final class Logs {

    private static LogFile current;
    private static StderrLog stderr;
    private static boolean temporary;
    private static volatile boolean forMachines;

    private Logs() {}

    /**
     * Warnings and errors go into this file from now on. It appears with the first of them.
     *
     * @param temporary whether it is deleted at the end of a run that went well
     */
    public static synchronized void writeTo(Path file, boolean temporary) {
        detach();
        Logs.temporary = temporary;
        current = new LogFile(file, (LoggerContext) LoggerFactory.getILoggerFactory());
        current.start();
        root().addAppender(current);
    }

    /**
     * Warnings and errors go to stderr from now on: for a service, whose operator collects what it says.
     *
     * @param traces whether lines for people say where exceptions were thrown; those for machines always do
     */
    public static synchronized void writeToStderr(LogFormat format, boolean traces) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        detach();
        current = null;
        if (stderr != null) {
            root().detachAppender(stderr);
        }
        forMachines = format == LogFormat.JSON;
        context.getLogger(Notices.LOGGER).setLevel(forMachines ? Level.INFO : null);
        stderr = new StderrLog(context, forMachines ? new JsonLines() : new TextLines(context, traces));
        root().addAppender(stderr);
    }

    /** Whether all that is said on stderr is for machines. */
    static boolean areForMachines() {
        return forMachines;
    }

    /** Makes sure that there is a place for the log: if need be, a file among the system's temporary ones. */
    public static synchronized void ensureFile() {
        if (current == null) {
            String name = Leftovers.PREFIX + ProcessHandle.current().pid() + ".log";
            writeTo(Path.of(System.getProperty("java.io.tmpdir"), name), true);
        }
    }

    /** Where the log is, as the end of a message to the user; empty if nothing was logged. */
    public static synchronized String hint() {
        return current != null && current.isUsed() ? " (log: " + current.path() + ")" : "";
    }

    /** Stops writing. A temporary file is kept only if somebody has a reason to read it. */
    public static synchronized void finish(boolean keep) {
        detach();
        if (current != null && temporary && !keep) {
            current.path().toFile().delete();
        }
        current = null;
    }

    private static void detach() {
        if (current != null) {
            root().detachAppender(current);
            current.stop();
        }
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
