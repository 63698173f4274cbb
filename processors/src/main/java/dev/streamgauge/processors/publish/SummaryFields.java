package dev.streamgauge.processors.publish;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;

/**
 * How the public record of a kind of window names the summary of its durations.
 *
 * @param count the field that counts them
 * @param prefix of the other fields
 */
public record SummaryFields(String count, String prefix) {

    /** Null: such windows have no durations. */
    public static SummaryFields of(Kind kind) {
        return switch (kind) {
            case LEAD_TIME, TIME_TO_GREEN, BUILD_TIMES -> new SummaryFields("count", "");
            case MERGE_QUEUE -> new SummaryFields("passes", "");
            case DEPLOYMENTS -> new SummaryFields("recoveries", "recovery_");
            case MAIN_BRANCH, SHARED_DEPLOYMENTS, FLOW, THROUGHPUT -> null;
        };
    }

    /** The field that sums them. */
    public String sumMs() {
        return prefix + "sum_ms";
    }
}
