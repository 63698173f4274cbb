package dev.streamgauge.checks.drills;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A place in the processors at which the process drops dead if it was told to: no hook runs, nothing is flushed or closed. */
public final class CrashPoint {

    /** All that there are, in the order in which a process passes them. */
    static final List<String> ALL = List.of(
            "restored-batch",
            "before-begin",
            "after-begin",
            "before-process",
            "after-process",
            "before-flush",
            "before-put",
            "after-put",
            "before-forward",
            "after-forward",
            "after-flush",
            "before-offsets",
            "after-offsets",
            "before-commit",
            "after-commit");

    /** The status with which it dies, as of a process that was killed. */
    static final int DEAD = 137;

    private static final String AT = "drill.crash.at";
    private static final String TIMES = "drill.crash.times";
    private static final String WANTED = System.getProperty(AT, "");
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.getInteger(TIMES, 1));

    private CrashPoint() {}

    /** The flags of a process that dies when it comes there for the so many-th time. */
    static String[] flags(String point, int times) {
        return new String[] {"-D" + AT + "=" + point, "-D" + TIMES + "=" + times};
    }

    /** Called by the processors. */
    public static void reach(String point) {
        if (point.equals(WANTED) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(DEAD);
        }
    }
}
