package dev.streamgauge.operators;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a service says of itself; asked by any thread.
 *
 * @param dead why it will not come round by itself; empty: it lives
 * @param waiting why it is of no use yet; empty: it is ready
 * @param metrics in the form of Prometheus
 */
public record Vitals(Supplier<Optional<String>> dead, Supplier<Optional<String>> waiting, Supplier<String> metrics) {}
