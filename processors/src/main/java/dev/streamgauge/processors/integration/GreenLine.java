package dev.streamgauge.processors.integration;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.staircase.Staircase;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.Objects;

/** Of each place on main, the earliest success of a required workflow there or later. */
public final class GreenLine {

    public static final TableSpec<GreenBuild> GREEN_BUILDS = new TableSpec<>(
            "integration", "green-builds", GreenBuild.class, "the remembered successes of required workflows on main");
    public static final TableSpec<GreenBuild> GREEN_STAIRS = new TableSpec<>(
            "integration", "green-stairs", GreenBuild.class, "those of them that were ahead of all earlier ones");

    private final Staircase<GreenBuild> staircase;
    private final Definitions definitions;
    private final Listener listener;

    /** Told where on main another build, or none, is the first green one now. */
    @FunctionalInterface
    public interface Listener {

        void moved(Move move);
    }

    /**
     * A build has come or gone.
     *
     * @param range where it is, or was, the first green one
     * @param at when it was known: before, main is as green as it was; epoch milliseconds
     * @param known up to where main was known to be green sometime, before and after; null: nowhere
     */
    public record Move(String repository, Range range, long at, Position known) {}

    public GreenLine(Tables tables, Definitions definitions, Listener listener) {
        this.staircase = new Staircase<>(tables.table(GREEN_BUILDS), tables.table(GREEN_STAIRS));
        this.definitions = definitions;
        this.listener = listener;
    }

    /** When a place was first known to be integrated, epoch milliseconds; null: not yet. */
    public Long greenAt(String repository, Position position) {
        GreenBuild first = staircase.reaching(Key.of(repository), position);
        return first == null ? null : first.at();
    }

    /** Learns from a build that was revised; before is null for a new one. */
    public void buildRevised(Build before, Build after) {
        GreenBuild gone = required(before);
        GreenBuild come = required(after);
        if (Objects.equals(gone, come)) {
            return;
        }
        Key line = Key.of(after.repository());
        if (gone != null) {
            Range range = staircase.remove(line, gone);
            tell(after.repository(), range, gone, staircase.highest(line));
        }
        if (come != null) {
            GreenBuild highest = staircase.highest(line);
            tell(after.repository(), staircase.add(line, come), come, highest);
        }
    }

    /** On which part of main a build was the first green one; null: on none. */
    public Range reachedBy(Build build) {
        GreenBuild green = required(build);
        return green == null ? null : staircase.reachedBy(Key.of(build.repository()), green);
    }

    /** Forgets what goes with a build that is forgotten. */
    public void forget(Build build) {
        GreenBuild green = required(build);
        if (green != null) {
            staircase.forget(Key.of(build.repository()), green);
        }
    }

    private GreenBuild required(Build build) {
        return build != null && definitions.isRequired(build.workflow()) ? GreenBuild.of(build) : null;
    }

    private void tell(String repository, Range range, GreenBuild build, GreenBuild highest) {
        if (range != null) {
            listener.moved(new Move(repository, range, build.at(), highest == null ? null : highest.position()));
        }
    }
}
