package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.rules.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Whether a workflow is red on main, and how its builds fared. */
final class WorkflowGauge implements Gauge {

    private static final Comparator<AlertItem> FIRST =
            Comparator.comparingLong(AlertItem::since).thenComparing(AlertItem::item);

    private final NavigableSet<AlertItem> reds = new TreeSet<>(FIRST);
    private final Outcomes outcomes = new Outcomes();

    void red(AlertItem episode) {
        reds.add(episode);
    }

    void green(AlertItem episode) {
        reds.remove(episode);
    }

    Outcomes outcomes() {
        return outcomes;
    }

    @Override
    public Measurement measure(Rule rule, long now) {
        return switch (rule.kind()) {
            case RED_FOR ->
                Measures.lasting(reds.isEmpty() ? null : (Long) reds.first().since(), List.copyOf(reds), now);
            case SUCCESS_RATE -> successRate(rule.sample(), now);
            case BURN_RATE -> burnRate(rule.sample(), now);
            default -> Measurement.unknown();
        };
    }

    @Override
    public boolean idle() {
        return reds.isEmpty() && outcomes.isEmpty();
    }

    private Measurement successRate(Rule.Sample sample, long now) {
        Outcomes.Share share = outcomes.within(now - sample.windowMs(), now);
        return share.builds() < sample.minimum()
                ? Measurement.unknown()
                : Measurement.of(share.successRate(), List.copyOf(reds));
    }

    private Measurement burnRate(Rule.Sample sample, long now) {
        Outcomes.Share far = outcomes.within(now - sample.longMs(), now);
        if (far.builds() < sample.minimum()) {
            return Measurement.unknown();
        }
        Outcomes.Share near = outcomes.within(now - sample.shortMs(), now);
        double allowed = 1 - sample.objective();
        double burnt = near.builds() == 0 ? 0 : (1 - near.successRate()) / allowed;
        return Measurement.of(Math.min(burnt, (1 - far.successRate()) / allowed), List.copyOf(reds));
    }
}
