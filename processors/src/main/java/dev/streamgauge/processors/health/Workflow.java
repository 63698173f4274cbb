package dev.streamgauge.processors.health;

import dev.streamgauge.processors.table.Key;

/** A workflow of a repository. */
record Workflow(String repository, String name) {

    Key key() {
        return Key.of(repository).and(name);
    }
}
