package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.connectors.gateway.intake.Result;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the gateway counts. Nothing that a sender can make up becomes a label: there is a bounded number of them. */
public final class Measures {

    /** Of a source that is not configured. */
    static final String NO_SOURCE = "unknown";

    private static final int MOST_KINDS = 200;

    private final MeterRegistry registry;
    private final Map<String, Set<String>> kinds = new ConcurrentHashMap<>();

    public Measures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a request with its answer. */
    void answered(String source, Answer answer, Duration took) {
        registry.counter(
                        GatewayMetrics.REQUESTS.name(),
                        "source",
                        source,
                        "outcome",
                        answer.outcome(),
                        "reason",
                        answer.reason().isEmpty() ? "none" : answer.reason())
                .increment();
        Timer.builder(GatewayMetrics.ANSWER.name())
                .tag("outcome", answer.outcome())
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5))
                .register(registry)
                .record(took);
    }

    /** Counts a record of a topic with what became of it, in the words for a request. */
    public void taken(String source, Result result, Duration took) {
        ignored(source, result);
        answered(source, Answer.of(result), took);
    }

    /** Counts that a topic has to wait for Kafka or the registry. */
    public void waits(String source, Duration took) {
        answered(source, Answer.unavailable("broker"), took);
    }

    /** Counts what of a delivery tells nothing that is measured. */
    void ignored(String source, Result result) {
        if (result instanceof Result.Ignored ignored) {
            ignored(source, ignored.kind());
        }
        if (result instanceof Result.Accepted accepted) {
            accepted.ignored().forEach(kind -> ignored(source, kind));
        }
    }

    private void ignored(String source, String kind) {
        registry.counter(GatewayMetrics.IGNORED.name(), "source", source, "kind", bounded(source, kind))
                .increment();
    }

    /** Counts a delivery that is too large to be kept as it was received. */
    public void notKept(String source) {
        registry.counter(GatewayMetrics.NOT_KEPT.name(), "source", source).increment();
    }

    void memory(Supplier<Number> bytes) {
        Gauge.builder(GatewayMetrics.MEMORY.name(), bytes)
                .baseUnit(GatewayMetrics.MEMORY.unit().base())
                .register(registry);
    }

    // Mappers promise a bounded set of words; a mistake there must not fill the memory of everybody who scrapes.
    private String bounded(String source, String kind) {
        Set<String> known = kinds.computeIfAbsent(source, name -> ConcurrentHashMap.newKeySet());
        if (known.contains(kind)) {
            return kind;
        }
        return kind.matches("[A-Za-z0-9_.:-]{1,80}") && known.size() < MOST_KINDS && known.add(kind) ? kind : "other";
    }
}
