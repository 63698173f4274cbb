package dev.streamgauge.processors.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.queues.Hints;
import dev.streamgauge.processors.queues.Item;
import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.processors.queues.Stay;
import dev.streamgauge.processors.queues.Told;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.table.TreeTables;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationCostTest {

    private static final long START = 1_772_442_000_000L;
    private static final int REPOSITORIES = 10_000;
    private static final long INTERVAL_MS = WatchSettings.DEFAULT.interval().toMillis();
    private static final int LOOKS = 6;

    /** Five per cent of a core, for the rules that ship. */
    @Test
    void tenThousandRepositoriesWithEightQueuesTakeLittleOfACore() {
        // Given
        RuleSet shipped = RuleSet.shipped();
        Watch watch = new Watch(
                0, new TreeTables(), WatchSettings.DEFAULT, new Watch.Surroundings(() -> shipped, part -> {}));
        for (int i = 0; i < REPOSITORIES; i++) {
            fill(watch, "github.com/acme/r" + i);
        }
        long now = START + INTERVAL_MS;
        watch.look(now, false); // the first look counts everything once
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();

        // When
        for (int i = 0; i < LOOKS; i++) {
            now += INTERVAL_MS;
            watch.look(now, false);
        }

        // Then
        double share = (threads.getCurrentThreadCpuTime() - before)
                / (double) Duration.ofMillis(LOOKS * INTERVAL_MS).toNanos();
        assertThat(share).isLessThan(0.05);
    }

    /** Twenty items in each queue. */
    private static void fill(Watch watch, String repository) {
        for (QueueName queue : QueueName.values()) {
            for (int item = 0; item < 20; item++) {
                Stay stay = new Stay(queue, "*", START - item * 60_000L, null);
                watch.revised(
                        null,
                        new Item(
                                repository,
                                repository + "#" + queue + item,
                                START,
                                null,
                                null,
                                false,
                                new Hints(new Told(null, null), null, null, null, null, null, null),
                                List.of(stay)));
            }
        }
    }
}
