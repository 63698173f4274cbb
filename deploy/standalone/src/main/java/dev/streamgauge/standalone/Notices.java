package dev.streamgauge.standalone;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a command says to people: a line on stderr or, where the log is for machines, an event of it. */
public final class Notices {

    /** The name of their logger. */
    static final String LOGGER = "streamgauge";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private Notices() {}

    /** Says that something is so. */
    public static void say(PrintWriter err, String line) {
        if (Logs.areForMachines()) {
            LOG.info("{}", line);
        } else {
            print(err, "streamgauge: " + line);
        }
    }

    /** Says why the command failed, with what is wrong one by one. */
    public static void fail(PrintWriter err, String line, Iterable<String> details) {
        if (Logs.areForMachines()) {
            LOG.error("{}", line);
            details.forEach(detail -> LOG.error("{}", detail));
        } else {
            print(err, "streamgauge: " + line);
            details.forEach(detail -> print(err, "  " + detail));
        }
    }

    private static void print(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
