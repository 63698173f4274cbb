package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.definitions.Definitions;
import java.util.ArrayList;
import java.util.List;

/** The windows to which a workflow's builds belong: its own, and those of all workflows if it is required. The first dimension is the workflow. */
record WorkflowKeys(Definitions definitions) {

    List<WindowKey> of(Kind kind, String repository, List<String> dimensions, long at) {
        List<WindowKey> keys = new ArrayList<>(WindowKey.of(kind, repository, dimensions, at));
        if (definitions.isRequired(dimensions.get(0))) {
            List<String> ofAll = new ArrayList<>(dimensions);
            ofAll.set(0, WindowKey.ALL);
            keys.addAll(WindowKey.of(kind, repository, List.copyOf(ofAll), at));
        }
        return keys;
    }
}
