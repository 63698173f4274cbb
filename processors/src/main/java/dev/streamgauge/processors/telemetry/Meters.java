package dev.streamgauge.processors.telemetry;

import dev.streamgauge.operators.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The meters of metrics, with the labels that these say they have. */
final class Meters {

    private static final String REPOSITORY = "vcs.repository.url.full";

    private final MeterRegistry registry;
    private final TelemetrySettings settings;
    private final BoundedValues bounded;

    Meters(MeterRegistry registry, TelemetrySettings settings) {
        this.registry = registry;
        this.settings = settings;
        this.bounded = new BoundedValues(settings.limit());
    }

    /**
     * What a meter is about.
     *
     * @param repository as events name it; null: the metric has no such label
     * @param outside values of its first labels, that come from outside
     * @param inside values of its other labels, of which there are only so many
     */
    record About(String repository, List<String> outside, List<String> inside) {

        static About of(String repository, String... inside) {
            return new About(repository, List.of(), List.of(inside));
        }
    }

    /** Whether repositories are told apart. */
    boolean tellsRepositories() {
        return !settings.repositories().isEmpty();
    }

    Counter counter(Metric metric, About about) {
        return Counter.builder(metric.name())
                .description(metric.meaning())
                .tags(tags(metric, about))
                .register(registry);
    }

    Timer histogram(Metric metric, List<Duration> buckets, About about) {
        return Timer.builder(metric.name())
                .description(metric.meaning())
                .tags(tags(metric, about))
                .serviceLevelObjectives(buckets.toArray(Duration[]::new))
                .register(registry);
    }

    void observe(Metric metric, List<Duration> buckets, long lengthMs, About about) {
        histogram(metric, buckets, about).record(Duration.ofMillis(Math.max(0, lengthMs)));
    }

    MultiGauge gauges(Metric metric) {
        String base = metric.unit().base();
        return MultiGauge.builder(metric.name())
                .description(metric.meaning())
                .baseUnit(base.isEmpty() ? null : base)
                .register(registry);
    }

    Tags tags(Metric metric, About about) {
        List<String> outside = new ArrayList<>(about.outside());
        boolean apart = about.repository() != null && tellsRepositories();
        if (apart) {
            outside.add(named(about.repository()));
        }
        List<String> values = new ArrayList<>(bounded.of(metric.name(), outside));
        String url = apart ? values.remove(values.size() - 1) : null;
        values.addAll(about.inside());
        Tags tags = apart ? Tags.of(REPOSITORY, url) : Tags.empty();
        for (int i = 0; i < values.size(); i++) {
            tags = tags.and(metric.labels().get(i), values.get(i));
        }
        return tags;
    }

    private String named(String repository) {
        boolean wanted = settings.repositories().stream().anyMatch(pattern -> pattern.matches(repository));
        return wanted ? "https://" + repository : BoundedValues.OTHER;
    }
}
