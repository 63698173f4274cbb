package dev.streamgauge.checks.drills;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processors stand still for longer than anybody waits for them, and then go on as if nothing had happened. */
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
