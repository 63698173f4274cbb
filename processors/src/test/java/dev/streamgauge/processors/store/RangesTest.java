package dev.streamgauge.processors.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.table.Key;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

    private static final int KEYS = 40;

    private static Key key(int number) {
        return number < 0 ? null : Key.EMPTY.and((long) number);
    }

    /** Where a run of bits ends that holds one; none: -1. */
    private static int end(BitSet model, int at) {
        return model.get(at) ? model.nextClearBit(at) : -1;
    }

    private static int start(BitSet model, int at) {
        return at > 0 && model.get(at - 1) ? model.previousClearBit(at - 1) + 1 : -1;
    }

    private static int nextStart(BitSet model, int at, int bound) {
        int next = model.nextSetBit(at);
        return next < 0 ? bound : Math.min(next, bound);
    }

    private static int lastEnd(BitSet model, int at, int bound) {
        return at == 0 ? bound : Math.max(model.previousSetBit(at - 1) + 1, bound);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void knowWhatASetOfNumbersKnows(int length) {
        Random random = new Random(length);
        for (int history = 0; history < 200; history++) {
            // Given
            Ranges ranges = new Ranges();
            BitSet model = new BitSet();
            for (int step = 0; step < 20; step++) {
                int from = random.nextInt(KEYS);
                int to = Math.min(KEYS, from + random.nextInt(length + 1));

                // When
                ranges.add(key(from), key(to));
                model.set(from, to);

                // Then
                compare(ranges, model);
            }
        }
    }

    private static void compare(Ranges ranges, BitSet model) {
        for (int at = 0; at <= KEYS; at++) {
            assertThat(ranges.hold(key(at))).isEqualTo(model.get(at));
            assertThat(ranges.endAfter(key(at))).isEqualTo(key(end(model, at)));
            assertThat(ranges.startBefore(key(at))).isEqualTo(key(start(model, at)));
            if (!model.get(at)) {
                int above = Math.min(KEYS, at + 7);
                assertThat(ranges.nextStart(key(at), key(above))).isEqualTo(key(nextStart(model, at, above)));
            }
            if (at == 0 || !model.get(at - 1)) {
                int below = Math.max(0, at - 7);
                assertThat(ranges.lastEnd(key(at), key(below))).isEqualTo(key(lastEnd(model, at, below)));
            }
        }
        long runs = model.stream().filter(bit -> !model.get(bit + 1)).count();
        assertThat(ranges.size()).isEqualTo((int) runs);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void holdNothingOnceTheyAreCleared(int from) {
        // Given
        Ranges ranges = new Ranges();
        ranges.add(key(from), key(KEYS));

        // When
        ranges.clear();

        // Then
        assertThat(ranges.hold(key(from))).isFalse();
        assertThat(ranges.size()).isZero();
    }
}
