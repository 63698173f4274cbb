package dev.streamgauge.processors.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Telling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueuesInAnyOrderTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderWithAnyRepetitionGivesTheSameStays(long seed) {
        // Given
        RandomHistory history = new RandomHistory(seed);
        List<Telling> events = new ArrayList<>(history.events(40));
        events.addAll(history.waiting(40));
        List<Telling> others = new ArrayList<>(events);
        others.addAll(events.subList(0, 20));
        Collections.shuffle(others, new Random(seed));

        // When
        List<String> stays = Waiting.at("12:30").heard(events).stays();

        // Then
        assertThat(Waiting.at("12:30").heard(others).stays()).isEqualTo(stays);
    }
}
