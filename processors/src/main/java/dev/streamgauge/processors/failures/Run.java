package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Finish;

/**
 * A successful deploy in the history of its lane.
 *
 * @param kind null: not decided yet
 */
public record Run(Finish finish, Kind kind) {

    boolean isDeployment() {
        return kind != null && kind.isDeployment();
    }
}
