package dev.streamgauge.checks.drills;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Processors stand still for longer than anybody waits for them, and then go on as if nothing had happened. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class ZombieTest {

    /** Longer than the session and the transaction of one who is silent. */
    private static final int PAUSE_S = 16;

    @TempDir
    Path directory;

    @Test
    void whoWasTakenForDeadPublishesNothingMore() throws Exception {
        // Given
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "zombie")) {
            Instance zombie = drill.instance("one").start();
            Instance heir = drill.instance("two").start();
            drill.feed().at(60);
            zombie.process().awaitReady();
            heir.process().awaitReady();
            drill.awaitResults();

            // When
            zombie.pause();
            TimeUnit.SECONDS.sleep(PAUSE_S);
            zombie.resume();
            drill.awaitResults();
            zombie.process().awaitReady();

            // Then
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }
}
