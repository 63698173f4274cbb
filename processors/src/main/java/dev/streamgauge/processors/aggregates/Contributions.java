package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Episode;
import java.util.ArrayList;
import java.util.List;

/** What each fact contributes to which windows (docs/metrics.md). */
public final class Contributions {

    /** Stands for all workflows of a repository. */
    public static final String ALL = "*";

    private Contributions() {}

    /** Of a delivery; null: none. */
    public static List<Contribution> of(Delivery delivery) {
        List<Contribution> contributions = new ArrayList<>();
        if (delivery != null) {
            long at = delivery.isBaseline()
                    ? delivery.landedAt()
                    : delivery.finish().at();
            for (Window window : Window.values()) {
                contributions.add(leadTime(
                        delivery,
                        "delivery_lead_time",
                        window,
                        at,
                        delivery.deliveryLeadTimeMs(),
                        delivery.deliveryExclusion()));
                contributions.add(leadTime(
                        delivery,
                        "change_lead_time",
                        window,
                        at,
                        delivery.changeLeadTimeMs(),
                        delivery.changeExclusion()));
            }
        }
        return contributions;
    }

    private static Contribution leadTime(
            Delivery delivery, String metric, Window window, long at, Long durationMs, String exclusion) {
        List<String> dimensions =
                List.of(delivery.lane().service(), delivery.lane().environment(), metric);
        WindowKey key = new WindowKey(Kind.LEAD_TIME, delivery.repository(), dimensions, window, window.startOf(at));
        return new Contribution(key, durationMs, exclusion);
    }

    /** Of a build; null: none. */
    public static List<Contribution> of(Build build) {
        List<Contribution> contributions = new ArrayList<>();
        if (build != null && build.onMain() && build.finished()) {
            String counted = build.failed() ? "failure" : build.outcome();
            for (WindowKey key : keys(Kind.MAIN_BRANCH, build.repository(), build.workflow(), build.finishedAt())) {
                contributions.add(new Contribution(key, null, counted));
            }
        }
        return contributions;
    }

    /** Of a red episode; null: none. */
    public static List<Contribution> of(Episode episode) {
        List<Contribution> contributions = new ArrayList<>();
        if (episode != null) {
            long at = (episode.open() ? episode.opener() : episode.closer()).at();
            for (WindowKey key : keys(Kind.TIME_TO_GREEN, episode.repository(), episode.workflow(), at)) {
                contributions.add(new Contribution(key, episode.timeToGreenMs(), episode.open() ? "open" : null));
            }
        }
        return contributions;
    }

    private static List<WindowKey> keys(Kind kind, String repository, String workflow, long at) {
        List<WindowKey> keys = new ArrayList<>();
        for (Window window : Window.values()) {
            keys.add(new WindowKey(kind, repository, List.of(workflow), window, window.startOf(at)));
            keys.add(new WindowKey(kind, repository, List.of(ALL), window, window.startOf(at)));
        }
        return keys;
    }
}
