package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.table.Key;

/** A lane of a repository. */
record Track(String repository, Lane lane) {

    /** What the keys of its rows begin with. */
    Key key() {
        return lane.appendTo(Key.of(repository));
    }

    /** The name of one of its deploys. */
    DeployRef ref(Finish deploy) {
        return new DeployRef(lane, deploy.deployId(), deploy.attempt());
    }
}
