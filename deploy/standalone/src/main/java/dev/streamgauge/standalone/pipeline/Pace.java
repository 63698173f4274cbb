package dev.streamgauge.standalone.pipeline;

import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import java.time.Duration;

/** How often results are made visible: each time costs a transaction over all topics, and rows that change again before it are written once. */
enum Pace {
    /** Somebody watches. */
    LIVE(Engine.DEFAULT.commitInterval()),
    /** Only the end counts. */
    BULK(Duration.ofSeconds(1));

    private final Duration commitInterval;

    Pace(Duration commitInterval) {
        this.commitInterval = commitInterval;
    }

    /** The settings of an instance that is alone. */
    Engine engine() {
        Engine alone = Engine.DEFAULT.alone();
        return new Engine(
                alone.threads(),
                commitInterval,
                alone.standbys(),
                alone.replicationFactor(),
                alone.recentRows(),
                alone.memory());
    }
}
