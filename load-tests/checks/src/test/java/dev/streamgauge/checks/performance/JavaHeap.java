package dev.streamgauge.checks.performance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another JVM. */
record JavaHeap(long pid) {

    private static final Pattern USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");

    /** What lives there, in bytes: it has to collect all of its garbage first. */
    double live() throws IOException, InterruptedException {
        tell("GC.run");
        Matcher used = USED.matcher(tell("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("It does not say how much of its heap is used");
        }
        return Long.parseLong(used.group(1)) * 1024.0;
    }

    private String tell(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        String says = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("%s: %s".formatted(command, says));
        }
        return says;
    }
}
