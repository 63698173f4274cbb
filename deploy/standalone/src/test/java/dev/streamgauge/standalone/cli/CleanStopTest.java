package dev.streamgauge.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanStopTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void shouldCloseOnceAndInReverseOrder() {
        // Given
        CleanStop stop = new CleanStop();
        stop.open(() -> closing("platform"));
        stop.open(() -> closing("processors"));

        // When
        stop.close();
        stop.close();

        // Then
        assertThat(closed).containsExactly("processors", "platform");
    }

    @Test
    void shouldCloseTheRestWhenOneFails() {
        // Given
        CleanStop stop = new CleanStop();
        stop.open(() -> closing("platform"));
        stop.open(() -> () -> {
            throw new IllegalStateException("stuck");
        });

        // When
        stop.close();

        // Then
        assertThat(closed).containsExactly("platform");
    }

    private AutoCloseable closing(String name) {
        return () -> closed.add(name);
    }
}
