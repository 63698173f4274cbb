package dev.streamgauge.operators;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a service says of itself; asked by any thread.
 *
 * @param dead why it will not come round by itself; empty: it lives
 * @param waiting why it is of no use yet; empty: it is ready
 * @param notes what else to say to who asks whether it is ready, a line each
 * @param metrics in the form of Prometheus
 */
public record Vitals(
        Supplier<Optional<String>> dead,
        Supplier<Optional<String>> waiting,
        Supplier<List<String>> notes,
        Supplier<String> metrics) {

    /** With nothing else to say. */
    public Vitals(Supplier<Optional<String>> dead, Supplier<Optional<String>> waiting, Supplier<String> metrics) {
        this(dead, waiting, List::of, metrics);
    }
}
