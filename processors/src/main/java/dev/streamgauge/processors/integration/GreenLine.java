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
            "integration", "green-builds", GreenBuild.class, "the successes of required workflows on main");
    public static final TableSpec<GreenBuild> GREEN_STAIRS = new TableSpec<>(
            "integration", "green-stairs", GreenBuild.class, "those of them that were ahead of all earlier ones");

    private final Staircase<GreenBuild> staircase;
    private final Definitions definitions;
    private final Listener listener;

    /** Told where on main another build, or none, is the first green one now. */
    @FunctionalInterface
    public interface Listener {
        void moved(String repository, Range range);
    }

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
            tell(after.repository(), staircase.remove(line, gone));
        }
        if (come != null) {
            tell(after.repository(), staircase.add(line, come));
        }
    }

    private GreenBuild required(Build build) {
        return build != null && definitions.isRequired(build.workflow()) ? GreenBuild.of(build) : null;
    }

    private void tell(String repository, Range range) {
        if (range != null) {
            listener.moved(repository, range);
        }
    }
}
