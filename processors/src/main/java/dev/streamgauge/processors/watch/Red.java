package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.table.Key;

/** A red episode that is open. */
public record Red(String repository, String workflow, String build, long since) {

    static Red of(Episode episode) {
        return episode == null || !episode.open()
                ? null
                : new Red(
                        episode.repository(),
                        episode.workflow(),
                        episode.opener().build().runId() + "/"
                                + episode.opener().build().attempt(),
                        episode.opener().at());
    }

    Key key() {
        return Key.of(repository).and(workflow).and(since).and(build);
    }

    AlertItem told() {
        return new AlertItem(build, since, null);
    }
}
