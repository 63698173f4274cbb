package dev.streamgauge.checks.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** More processors come while events go on, and leave again. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class ScalingTest {

    private static final int KILLED = 137;

    @TempDir
    Path directory;

    @Test
    void instancesComeAndGoAndNothingIsLostOrCountedTwice() throws Exception {
        // Given
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "scaling")) {
            Instance first = drill.instance("one").start();
            Instance second = drill.instance("two");
            Instance third = drill.instance("three");
            drill.feed().at(60);
            drill.awaitResults();

            // When
            second.start();
            third.start();
            second.process().awaitReady();
            third.process().awaitReady();
            drill.awaitResults();
            int status = first.process().terminate();
            drill.awaitResults();
            first.start().process().awaitReady();
            second.kill();
            drill.awaitResults();
            third.process().terminate();
            drill.awaitResults();

            // Then
            assertThat(status).isNotEqualTo(KILLED);
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }
}
