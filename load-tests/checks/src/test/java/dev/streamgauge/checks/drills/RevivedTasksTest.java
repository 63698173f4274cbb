package dev.streamgauge.checks.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.standalone.testkit.ServeFile;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The broker stands still while processors commit, for longer than they wait for it: Kafka Streams throws away what was not committed, and
 * begins anew with the same processors.
 */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class RevivedTasksTest {

    private static final String REVIVED = "Detected the states of tasks";
    private static final int TRIES = 5;
    private static final int PAUSE_MS = 4_000;
    private static final int LOOK_MS = 20;

    /** Longer than between two sweeps. */
    private static final int AFTERWARDS_S = 12;

    @TempDir
    Path directory;

    @Test
    void revivedTasksLoseNothingAndLetGoOfWhatTheyKnewBefore() throws Exception {
        // Given
        Stuttering<SpecificRecord> events = new Stuttering<>(Drill.organisation());
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "revived", events)) {
            Instance instance = drill.instance("one", impatient(ground, drill)).start();
            drill.feed().at(60);
            instance.process().awaitReady();
            drill.awaitResults();
            Heap heap = new Heap(instance.process().pid());
            long before = heap.count(LiveTables.class);

            // When
            events.stutter(true);
            for (int i = 0; i < TRIES && !isRevived(instance); i++) {
                standStill(ground, instance);
            }
            events.stutter(false);
            drill.awaitResults();
            TimeUnit.SECONDS.sleep(AFTERWARDS_S);

            // Then
            assertThat(isRevived(instance)).isTrue();
            assertThat(before).isPositive();
            assertThat(heap.count(LiveTables.class)).isLessThanOrEqualTo(before);
            drill.verdict(drill.feed().stop()).requireWell();
        }
    }

    private static boolean isRevived(Instance instance) {
        return instance.process().says().contains(REVIVED);
    }

    /** Until a commit is given up; for the second try the broker is back. With results on their way, processors would wait for these instead. */
    private static void standStill(Ground ground, Instance instance) throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        ground.brokers().node(1).pause();
        for (int waited = 0; waited < PAUSE_MS && !isRevived(instance); waited += LOOK_MS) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        ground.brokers().node(1).resume();
    }

    /** With two members, because the tasks of one that is alone are made anew; and a memory from which nothing goes, though it is swept. */
    private static ServeFile impatient(Ground ground, Drill drill) {
        return new ServeFile(
                        ground.brokers().bootstrapServers(), ground.registry().url(), drill.prefix())
                .set("forget.after", "10000d")
                .set("processors.threads", 2)
                .set("producer.max.block.ms", 1_500);
    }
}
