package dev.streamgauge.connectors.connect.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A stretch of time, from one whole second to another, both included. */
record Window(Instant from, Instant to) {

    boolean canBeCut() {
        return Duration.between(from, to).toSeconds() >= 1;
    }

    /** Both halves, the earlier first. They share no second and leave none out. */
    List<Window> halves() {
        Instant middle = from.plusSeconds(Duration.between(from, to).toSeconds() / 2);
        return List.of(new Window(from, middle), new Window(middle.plusSeconds(1), to));
    }
}
