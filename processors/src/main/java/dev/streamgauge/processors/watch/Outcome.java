package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.table.Key;

/**
 * The success or failure of a build on main.
 *
 * @param at its finish, epoch milliseconds
 */
public record Outcome(String repository, String workflow, String build, long at, boolean success) {

    /** Null: a build that says nothing about main. */
    static Outcome of(Build build) {
        return build == null || !build.speaksForMain()
                ? null
                : new Outcome(
                        build.repository(),
                        build.workflow(),
                        build.ref().runId() + "/" + build.ref().attempt(),
                        build.finishedAt(),
                        build.succeeded());
    }

    Key key() {
        return Key.of(repository).and(workflow).and(at).and(build);
    }
}
