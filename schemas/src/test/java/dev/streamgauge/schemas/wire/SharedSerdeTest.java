package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class SharedSerdeTest {

    private static final int THREADS = 8;

    @Test
    void manyThreadsShareOneSerde() throws Exception {
        try (TestRegistry registry = new TestRegistry()) {
            // Given
            Serde<CommitPushed> serde =
                    Wire.from(Map.of(WireConfig.URL, registry.url())).serde(CommitPushed.class, false);
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int seed = 0; seed < THREADS; seed++) {
                int own = seed;
                tasks.add(() -> roundTrips(serde, own));
            }
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);

            // When
            List<Future<Integer>> results = threads.invokeAll(tasks);

            // Then
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(500);
            }
            threads.shutdown();
            assertThat(registry.calls()).hasSizeLessThanOrEqualTo(3 * THREADS);
        }
    }

    // Two topics and records of very different sizes, so that buffers and decoders of one thread are used by many
    // serdes.
    private static int roundTrips(Serde<CommitPushed> serde, int seed) {
        RandomRecords random = new RandomRecords(seed);
        int equal = 0;
        for (int i = 0; i < 500; i++) {
            CommitPushed push = random.next(CommitPushed.class);
            String topic = i % 2 == 0 ? "even" : "odd";
            equal += serde.deserializer()
                            .deserialize(topic, serde.serializer().serialize(topic, push))
                            .equals(push)
                    ? 1
                    : 0;
        }
        return equal;
    }
}
