package dev.streamgauge.processors.explain;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/** The build that ended the stage integration. */
final class Integration {

    private static final Comparator<Build> FIRST = Comparator.comparing(Integration::knownAt)
            .thenComparing(build -> build.ref().runId(), Text.ORDER)
            .thenComparing(build -> build.ref().attempt());

    private final World world;

    Integration(World world) {
        this.world = world;
    }

    /** The first green build of a landing (null: not landed) or a later one; null: none. */
    Build of(Position landing) {
        return landing == null
                ? null
                : world.builds().stream()
                        .filter(build -> build.onMain() && build.succeeded() && build.position() != null)
                        .filter(build -> world.definitions().isRequired(build.workflow()))
                        .filter(build -> build.position().compareTo(landing) >= 0)
                        .min(FIRST)
                        .orElse(null);
    }

    /** A build's time on main: its finish, but not before its commit landed. */
    static long knownAt(Build build) {
        return Math.max(build.finishedAt(), build.position().landedAt());
    }
}
