package dev.streamgauge.checks.drills;

import dev.streamgauge.checks.Jcmd;
import java.io.IOException;
import java.util.regex.Pattern;

/** What another process has in memory and needs still. */
record Heap(long pid) {

    /** How many objects of a class there are after a full collection. */
    long count(Class<?> type) throws IOException, InterruptedException {
        Pattern line =
                Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(type.getName()) + "(?: .*)?$");
        return line.matcher(new Jcmd(pid).tell("GC.class_histogram"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
