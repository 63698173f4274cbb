package dev.streamgauge.checks.drills;

import java.io.IOException;

/** Something bad. */
@FunctionalInterface
interface Fault {

    /** Happens; returns when it has, not when it is over. */
    void happens() throws IOException, InterruptedException;
}
