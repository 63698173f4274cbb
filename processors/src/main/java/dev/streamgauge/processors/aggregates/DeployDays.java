package dev.streamgauge.processors.aggregates;

import java.util.Map;

/** The days with a deployment: a day has one or none, its week as many as it has such days. */
final class DeployDays {

    private static final String DEPLOYMENTS = "deployments";
    private static final String DAYS = "deploy_days";

    private DeployDays() {}

    /** 1 if a day has its first deployment now, -1 if it has none any longer. */
    static long change(WindowSums before, WindowSums after) {
        return (long) Long.signum(after.sum(DEPLOYMENTS)) - Long.signum(before.sum(DEPLOYMENTS));
    }

    static WindowSums plus(WindowSums row, long days) {
        return row.plus(WindowSums.of(row.key(), new Sums(Summary.EMPTY, Map.of(DAYS, days))));
    }

    static WindowKey week(WindowKey day) {
        return new WindowKey(
                day.kind(), day.scope(), day.name(), day.dimensions(), Window.WEEK, Window.WEEK.startOf(day.start()));
    }
}
