package dev.streamgauge.checks.drills;

import dev.streamgauge.checks.ThrownAway;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everything but the events is thrown away, as docs/operations.md says, and made of the events again. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class FullReplayTest {

    @TempDir
    Path directory;

    @Test
    void aFullReplayEndsWhereTheBatchEnds() throws Exception {
        // Given
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "replay")) {
            Instance instance = drill.instance("one").start();
            drill.feed().at(100);
            drill.awaitResults();
            Path events = drill.feed().stop();
            drill.drain();
            instance.process().terminate();

            // When
            try (Admin admin = Admin.create(ground.clients())) {
                ThrownAway.all(admin, drill.prefix(), instance.state());
            }
            drill.createTopics();
            instance.start();

            // Then
            drill.verdict(events).requireWell();
        }
    }
}
