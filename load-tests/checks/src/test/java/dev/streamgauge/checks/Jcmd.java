package dev.streamgauge.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;

/** Another JVM, as the JDK's {@code jcmd} reaches it. */
public record Jcmd(long pid) {

    /**
     * Has it carry out a command.
     *
     * @return what it answers
     * @throws IllegalStateException if it cannot
     */
    public String tell(String command) throws IOException, InterruptedException {
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
