package dev.streamgauge.checks.drills;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The only broker drops dead, and comes back. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class BrokerDeathTest {

    private static final Duration NOTICED = Duration.ofMinutes(1);

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

    @Test
    void whileThereIsNoBrokerTheProcessorsWaitAndSaySo() throws Exception {
        // Given
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "away")) {
            Instance instance = drill.instance("one").start();
            drill.feed().at(20);
            drill.awaitResults();

            // When
            ground.brokers().node(1).kill();

            // Then
            eventually(
                    NOTICED,
                    "it is told",
                    () -> instance.process().get("/readyz").startsWith("503 Kafka does not answer: "));
            assertThat(instance.process().get("/livez")).startsWith("200");
            ground.brokers().node(1).start();
            instance.process().awaitReady();
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }
}
