package dev.streamgauge.checks.drills;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The only broker drops dead, and comes back. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class BrokerDeathTest {

    @TempDir
    Path directory;

    @Test
    void theBrokersDeathDelaysResultsAndChangesNone() throws Exception {
        // Given
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "broker")) {
            drill.instance("one").start();
            drill.feed().at(60);
            drill.awaitResults();

            // When
            Recoveries recoveries = new Recoveries(List.of(new BrokerDeaths(ground, drill).ofNode(1)));

            // Then
            System.err.println(recoveries);
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }
}
