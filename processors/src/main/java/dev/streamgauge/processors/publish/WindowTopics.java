package dev.streamgauge.processors.publish;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;

/** Which topic publishes which kind of window. */
public final class WindowTopics {

    private WindowTopics() {}

    /** Null: it is not published. */
    public static Topic<?, ?> of(Kind kind) {
        return switch (kind) {
            case LEAD_TIME -> Topics.LEAD_TIME;
            case MAIN_BRANCH -> Topics.MAIN_BRANCH;
            case TIME_TO_GREEN -> Topics.TIME_TO_GREEN;
            case DEPLOYMENTS -> Topics.DEPLOYMENTS;
            case SHARED_DEPLOYMENTS -> null;
            case FLOW -> Topics.FLOW;
            case THROUGHPUT -> Topics.THROUGHPUT;
            case MERGE_QUEUE -> Topics.MERGE_QUEUE;
            case BUILD_TIMES -> Topics.BUILD_TIMES;
        };
    }
}
