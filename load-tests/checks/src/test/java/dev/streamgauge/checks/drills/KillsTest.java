package dev.streamgauge.checks.drills;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Processors are killed at random moments while events go on coming. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class KillsTest {

    private static final int KILLS = 10;

    @TempDir
    Path directory;

    @Test
    void tenKillsLoseNothingAndCountNothingTwice() throws Exception {
        // Given
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "kills")) {
            Instance instance = drill.instance("one").start();
            drill.feed().at(60);

            // When
            Recoveries recoveries = new Kills(drill, instance).run(KILLS);

            // Then
            System.err.println(recoveries);
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }
}
