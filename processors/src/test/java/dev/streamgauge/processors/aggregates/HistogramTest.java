package dev.streamgauge.processors.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {

    private static Histogram of(List<Long> values) {
        Histogram histogram = Histogram.EMPTY;
        for (Long value : values) {
            histogram = histogram.add(value, 1);
        }
        return histogram;
    }

    private static List<Long> random(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (long) Math.exp(random.nextDouble() * 30) - 1)
                .toList();
    }

    @Test
    void everyValueFromOneMillisecondToThreeHundredYearsIsWithinOnePercent() {
        // Given
        Random random = new Random(71);
        LongStream small = LongStream.rangeClosed(1, 20_000);
        LongStream large = LongStream.generate(() -> (long) Math.pow(10, 13 * random.nextDouble()))
                .limit(100_000);
        LongStream.concat(LongStream.concat(small, large), LongStream.of(10_000_000_000_000L))
                .forEach(value -> {

                    // When
                    long told = Histogram.EMPTY.add(value, 1).valueAt(1);

                    // Then
                    double error = Math.abs(told - (double) value);
                    // What is told is a whole number of milliseconds: half a one may come on top.
                    assertThat(error).as("%d for %d", told, value).isLessThanOrEqualTo(0.01 * value + 0.5);
                });
    }

    @Test
    void zeroIsZero() {
        // Given
        Histogram zero = Histogram.EMPTY.add(0, 3);

        // When
        long told = zero.valueAt(2);

        // Then
        assertThat(told).isZero();
        assertThat(zero.buckets()).containsExactly(new Histogram.Bucket(Histogram.ZERO, 3));
    }

    @Test
    void greaterValuesAreNeverInALowerBucket() {
        // Given
        List<Long> values = LongStream.rangeClosed(0, 50_000).boxed().toList();

        // When
        List<Integer> indexes = values.stream().map(Histogram::indexOf).toList();

        // Then
        assertThat(indexes).isSorted();
        assertThat(indexes).startsWith(-1, 0);
    }

    @Test
    void whatWasAddedCanBeTakenBackInAnyOrder() {
        // Given
        Random random = new Random(72);
        List<Long> values = new ArrayList<>(random(random, 2_000));
        Histogram histogram = of(values);
        Collections.shuffle(values, random);

        // When
        for (Long value : values) {
            histogram = histogram.add(value, -1);
        }

        // Then
        assertThat(histogram).isEqualTo(Histogram.EMPTY);
    }

    @Test
    void moreMayBeTakenBackThanThereIsYet() {
        // Given
        Histogram histogram = Histogram.EMPTY.add(7, -1);

        // When
        Histogram balanced = histogram.add(7, 1);

        // Then
        assertThat(balanced).isEqualTo(Histogram.EMPTY);
    }

    @Test
    void mergedHistogramsAreTheHistogramOfAll() {
        // Given
        Random random = new Random(73);
        List<Long> left = random(random, 500);
        List<Long> right = random(random, 700);
        List<Long> all = new ArrayList<>(left);
        all.addAll(right);

        // When
        Histogram merged = of(left);
        for (Histogram.Bucket bucket : of(right).buckets()) {
            merged = merged.plus(bucket.index(), bucket.count());
        }

        // Then
        assertThat(merged).isEqualTo(of(all));
    }

    @Test
    void itsBucketsAreSortedAndNotEmpty() {
        // Given
        List<Long> values = random(new Random(74), 3_000);

        // When
        Histogram histogram = of(values);

        // Then
        assertThat(histogram.buckets())
                .extracting(Histogram.Bucket::index)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(histogram.buckets()).allMatch(bucket -> bucket.count() > 0);
        assertThat(histogram.buckets().stream()
                        .mapToLong(Histogram.Bucket::count)
                        .sum())
                .isEqualTo(3_000);
    }

    @ParameterizedTest
    @CsvSource({"50, 600000", "75, 960000", "90, 1080000", "95, 6000000", "100, 6000000", "1, 120000"})
    void quantilesAreNearestRankWithinOnePercent(int percent, long exact) {
        // Given
        Summary summary = Summary.EMPTY;
        for (int minutes : new int[] {2, 4, 6, 8, 10, 12, 14, 16, 18, 100}) {
            summary = summary.add(minutes * 60_000L, 1);
        }

        // When
        long told = summary.percentileMs(percent);

        // Then
        assertThat((double) told).isBetween(0.99 * exact, 1.01 * exact);
    }

    @Test
    void quantilesOfAnyNumberOfValuesAreWithinOnePercent() {
        // Given
        Random random = new Random(75);
        for (int count = 1; count < 300; count++) {
            List<Long> values = random(random, count);
            Summary summary = Summary.EMPTY;
            for (Long value : values) {
                summary = summary.add(value, 1);
            }
            int percent = 1 + random.nextInt(100);

            // When
            long told = summary.percentileMs(percent);

            // Then
            int rank = (int) Math.ceil(percent * (double) count / 100);
            long exact = values.stream().sorted().skip(rank - 1).findFirst().orElseThrow();
            assertThat(Math.abs(told - (double) exact)).isLessThanOrEqualTo(0.01 * exact + 0.5);
        }
    }

    @Test
    void aRankBeyondTheLastValueIsRefused() {
        // Given
        Histogram histogram = Histogram.EMPTY.add(5, 2);

        // When / Then
        assertThatThrownBy(() -> histogram.valueAt(3)).hasMessage("No value of rank 3 among 2");
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "1, 1, 1", "0, 1, 1", "0, 0, 0", "2, 3, 3", "-1, 0, 0", "-2, -1, -1", "-3, 0, -1"})
    void theMeanIsRoundedHalfUp(long a, long b, long mean) {
        // Given
        Summary summary = Summary.EMPTY.add(a, 1).add(b, 1);

        // When
        Long told = summary.meanMs();

        // Then
        assertThat(told).isEqualTo(mean);
    }

    @Test
    void thirdsAreRoundedToTheNearest() {
        // Given
        Summary third = Summary.EMPTY.add(0, 2).add(1, 1);

        // When
        Summary twoThirds = third.add(1, 1).add(0, -1);

        // Then
        assertThat(third.meanMs()).isZero();
        assertThat(twoThirds.meanMs()).isEqualTo(1);
    }

    @Test
    void nothingHasNeitherMeanNorQuantile() {
        // Given
        Summary summary = Summary.EMPTY.add(5, 1);

        // When
        Summary nothing = summary.add(5, -1);

        // Then
        assertThat(nothing).isEqualTo(Summary.EMPTY);
        assertThat(nothing.meanMs()).isNull();
        assertThat(nothing.percentileMs(50)).isNull();
    }
}
