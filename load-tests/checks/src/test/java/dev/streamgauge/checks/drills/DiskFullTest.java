package dev.streamgauge.checks.drills;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Nothing more can be written to the directory of the state. */
@ExtendWith(SharedGround.class)
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class DiskFullTest {

    private static final Duration MOST = Duration.ofMinutes(2);

    @Test
    void processorsEndWithAReasonAndGoOnWhenThereIsRoom(Ground ground) throws Exception {
        // Given
        try (Drill drill = new Drill(ground, "disk")) {
            Instance instance = drill.instance("one").start();
            drill.outputs().awaitNews();
            drill.feed().at(100);
            drill.news(MOST);
            instance.kill();
            instance.start();
            eventually(
                    MOST, "it listens", () -> !instance.process().get("/livez").equals("none"));

            // When
            long full = System.nanoTime();
            limitFiles(instance.process().pid(), 1024);
            int exit = instance.process().awaitEnd();
            System.err.printf(
                    "ended with %d after %d ms, saying%n%s%n",
                    exit,
                    Duration.ofNanos(System.nanoTime() - full).toMillis(),
                    instance.process().says());
            drill.outputs().awaitNews();
            instance.start();

            // Then
            drill.news(MOST);
            System.err.println(instance.process().says());
            assertThat(exit).isEqualTo(1);
            Verdict verdict = drill.verdict(drill.feed().stop());
            System.err.println(verdict);
            verdict.requireWell();
        }
    }

    /** From now on none of its files grows larger: each write beyond fails, as it does on a full disk. */
    private static void limitFiles(long pid, int bytes) throws IOException, InterruptedException {
        Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertThat(limit.waitFor()).isZero();
    }
}
