package dev.streamgauge.checks.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.checks.mutants.Altered;
import dev.streamgauge.standalone.testkit.OwnJvm;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Processors drop dead at each step of their work, one after the other; random kills hardly ever meet the moment between two of them. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class CrashPointsTest {

    @TempDir
    Path directory;

    @Test
    void dyingAtEachStepLosesNothingAndCountsNothingTwice() throws Exception {
        // Given
        OwnJvm dying = ServeProcess.JVM.hiding(List.of(Altered.all("crash-points.txt", directory.resolve("classes"))));
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "points")) {
            Instance instance = drill.instance("one");
            drill.feed().at(60);

            // When
            for (int rounds = 0; rounds < CrashPoint.ALL.size(); rounds++) {
                dieAt(CrashPoint.ALL.get((rounds + 1) % CrashPoint.ALL.size()), dying, instance);
            }
            instance.in(ServeProcess.JVM).start();

            // Then
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }

    /** Not at the first time: something has been committed by then. */
    private static void dieAt(String point, OwnJvm jvm, Instance instance) throws Exception {
        int times = point.endsWith("-process") || point.equals("restored-batch") ? 10 : 3;
        long begun = System.nanoTime();
        instance.in(jvm.flags(CrashPoint.flags(point, times))).start();
        assertThat(instance.process().awaitEnd())
                .as("It should die %s. It said: %s", point, instance.process().says())
                .isEqualTo(CrashPoint.DEAD);
        System.err.printf("died %s after %d ms%n", point, (System.nanoTime() - begun) / 1_000_000);
    }
}
