package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.table.Key;

/** A build is over when it has finished, but for those that decide about what is not over. */
record BuildLife(Models models) implements Expiring.Life<Build> {

    @Override
    public boolean over(Key key, Build build, long horizon) {
        return build.lastAt() < horizon
                && !models.health().needs(build, horizon)
                && !models.runs().needs(build, horizon)
                && !integrates(build);
    }

    /** Whether a change that is remembered was first known to be integrated by it. */
    private boolean integrates(Build build) {
        Range range = models.green().reachedBy(build);
        boolean[] found = {false};
        if (range != null) {
            models.landings().between(build.repository(), range.after(), range.upTo(), commit -> {
                found[0] = commit.changes().stream()
                        .anyMatch(change -> models.changes().remembers(build.repository(), change));
                return !found[0];
            });
        }
        return found[0];
    }

    @Override
    public void forget(Key key, Build build) {
        models.health().forget(build);
        models.runs().forget(build);
        models.green().forget(build);
        models.ledger().forgotten(build);
    }
}
