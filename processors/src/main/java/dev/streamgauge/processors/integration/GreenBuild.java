package dev.streamgauge.processors.integration;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Step;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Stair;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * A success on main. Ordered by time, then by name.
 *
 * @param at when it was known, epoch milliseconds: its finish, but not before its commit landed
 */
public record GreenBuild(long at, String runId, int attempt, Position position)
        implements Stair, Comparable<GreenBuild> {

    private static final Comparator<GreenBuild> ORDER = Comparator.comparingLong(GreenBuild::at)
            .thenComparing(GreenBuild::runId, Text.ORDER)
            .thenComparingInt(GreenBuild::attempt);

    /** Of a build; null if it is none, or has no place on main. */
    static GreenBuild of(Build build) {
        Step step = build == null ? null : build.step();
        return step == null || !step.green()
                ? null
                : new GreenBuild(step.at(), step.build().runId(), step.build().attempt(), step.position());
    }

    @Override
    public int compareTo(GreenBuild other) {
        return ORDER.compare(this, other);
    }

    @Override
    public Key appendTo(Key prefix) {
        return prefix.and(at).and(runId).and(attempt);
    }
}
