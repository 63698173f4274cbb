package dev.streamgauge.processors.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.watch.QueuePart.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupQueueTest {

    private static final long MINUTE = 60_000;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Items that wait since these minutes. */
    private static Sums part(List<Long> minutes) {
        Map<Long, Long> counts = new TreeMap<>();
        minutes.forEach(minute -> counts.merge(minute, 1L, Long::sum));
        List<AlertItem> oldest = minutes.stream()
                .sorted()
                .limit(Depths.ITEMS)
                .map(minute -> new AlertItem("i" + minute, minute, null))
                .toList();
        return new Sums(counts, oldest, minutes.size(), 1, 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howeverOftenPartsAreRevisedTheQueueIsTheSumOfTheLast(long seed) {
        // Given
        Random random = new Random(seed);
        Map<String, List<Long>> last = new TreeMap<>();
        GroupQueue queue = new GroupQueue();

        // When
        for (int i = 0; i < 60; i++) {
            String repository = "r" + random.nextInt(15);
            List<Long> minutes = random.longs(random.nextInt(4), 0, 40)
                    .mapToObj(m -> m * MINUTE)
                    .toList();
            last.put(repository, minutes);
            queue.put(repository, minutes.isEmpty() ? null : part(minutes));
            queue.at(0);
        }

        // Then
        List<Long> all = last.values().stream().flatMap(List::stream).sorted().toList();
        long parts = last.values().stream().filter(list -> !list.isEmpty()).count();
        Depths depths = queue.at(0);
        assertThat(depths.depth()).isEqualTo(all.size());
        assertThat(depths.arrivals()).isEqualTo(all.size());
        assertThat(depths.expired()).isEqualTo(2 * parts);
        assertThat(depths.oldest().stream().map(AlertItem::since))
                .containsExactlyElementsOf(all.stream().limit(Depths.ITEMS).toList());
        assertThat(depths.p50Since()).isEqualTo(rank(all, 0.5));
        assertThat(depths.p90Since()).isEqualTo(rank(all, 0.9));
    }

    /** By nearest rank of the ages, which are the other way round. */
    private static Long rank(List<Long> since, double quantile) {
        List<Long> ages = new ArrayList<>(since);
        ages.sort((a, b) -> Long.compare(b, a));
        return ages.isEmpty() ? null : ages.get((int) Math.ceil(quantile * ages.size()) - 1);
    }

    @Test
    void hearingAPartTwiceChangesNothing() {
        // Given
        GroupQueue queue = new GroupQueue();
        Stream.of("a", "b").forEach(repository -> queue.put(repository, part(List.of(MINUTE))));
        Depths before = queue.at(0);

        // When
        queue.put("a", part(List.of(MINUTE)));

        // Then
        assertThat(queue.at(0)).isEqualTo(before);
    }
}
