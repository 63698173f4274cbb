package dev.streamgauge.processors.runs;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.table.Key;

/** A job in an attempt of a run, as its snapshots say together. */
public record Job(String name, Build build) {

    static Job of(BuildChanged event) {
        return new Job(event.getJob(), Build.of(event));
    }

    Job merge(Job other) {
        return new Job(name, build.merge(other.build));
    }

    Key key() {
        return build.ref().appendTo(Key.of(build.repository())).and(name);
    }
}
