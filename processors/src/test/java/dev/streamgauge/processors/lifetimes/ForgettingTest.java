package dev.streamgauge.processors.lifetimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.testkit.LongHistory;
import dev.streamgauge.processors.testkit.LongHistory.Arrival;
import dev.streamgauge.processors.testkit.Remembering;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgettingTest {

    private static final Memory SIX_DAYS = new Memory(LongHistory.DAY.multipliedBy(6));
    private static final Definitions ALL_CHOICES = new Definitions(
            Pattern.all("prod*"), Pattern.all("c?"), Duration.ofHours(1), null, Set.of(Profile.values()));
    private static final int DAYS = 16;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("streamgauge.histories", 25));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPublishedIsTheSameWithAndWithoutForgetting(long seed) {
        // Given
        List<Arrival> arrivals = new LongHistory(seed).days(DAYS, 10 + (int) (seed % 20));
        Remembering everything = new Remembering(Memory.FOR_EVER, ALL_CHOICES);
        Remembering memory = new Remembering(SIX_DAYS, ALL_CHOICES);

        // When
        arrivals.forEach(everything::hears);
        arrivals.forEach(memory::hears);

        // Then
        assumeThat(everything.published(Deliveries.DELIVERIES).values()).noneMatch(ForgettingTest::isGivenUp);
        assertThat(memory.size(Deliveries.DEPLOYS)).isLessThan(everything.size(Deliveries.DEPLOYS));
        memory.facts()
                .forEach((table, rows) -> assertThat(
                                differences(everything.facts().get(table), rows))
                        .as(table)
                        .isEmpty());
    }

    private static List<String> differences(Map<Key, ?> expected, Map<Key, ?> actual) {
        Set<Key> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), actual.get(key)))
                .map(key -> "%nexpected %s%n but was %s".formatted(expected.get(key), actual.get(key)))
                .toList();
    }

    /** A change that waits longer than the memory reaches. */
    private static boolean isGivenUp(Delivery delivery) {
        boolean waits = delivery.isInFlight() || (delivery.isDelivered() && delivery.landedAt() != null);
        long until = delivery.isDelivered() ? delivery.finish().at() : Long.MAX_VALUE;
        return waits && until - delivery.landedAt() > Duration.ofDays(3).toMillis();
    }
}
