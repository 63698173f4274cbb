package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.Jcmd;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another JVM. */
record JavaHeap(long pid) {

    private static final Pattern USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");

    /** What lives there, in bytes: it has to collect all of its garbage first. */
    double live() throws IOException, InterruptedException {
        Jcmd jvm = new Jcmd(pid);
        jvm.tell("GC.run");
        Matcher used = USED.matcher(jvm.tell("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("It does not say how much of its heap is used");
        }
        return Long.parseLong(used.group(1)) * 1024.0;
    }
}
