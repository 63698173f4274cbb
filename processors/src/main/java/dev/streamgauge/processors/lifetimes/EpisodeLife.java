package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.table.Key;

/** A red episode is over when it has ended. */
record EpisodeLife(Models models) implements Expiring.Life<Episode> {

    @Override
    public boolean over(Key key, Episode episode, long horizon) {
        return episode.endedBefore(horizon);
    }

    @Override
    public void forget(Key key, Episode episode) {
        models.health().forget(episode);
    }
}
