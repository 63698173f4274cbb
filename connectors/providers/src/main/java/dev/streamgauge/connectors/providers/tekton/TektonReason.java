package dev.streamgauge.connectors.providers.tekton;

import java.util.Set;

/** What the reason of a run's last condition says: whether the commit was judged, or something else went wrong. */
final class TektonReason {

    private static final Set<String> CANCELLED = Set.of(
            "Cancelled",
            "CancelledRunFinally",
            "StoppedRunFinally",
            "PipelineRunCancelled",
            "PipelineRunStopped",
            "TaskRunCancelled",
            "TaskRunStopped");
    private static final Set<String> INFRASTRUCTURE =
            Set.of("TaskRunImagePullFailed", "PodCreationFailed", "ExceededNodeResources", "PodEvicted");

    private TektonReason() {}

    /** The outcome for a condition's status, {@code True} or {@code False}, and its reason, which may be null. */
    static String outcome(String status, String reason) {
        if ("True".equals(status)) {
            return "success";
        }
        String why = reason == null ? "" : reason;
        if (CANCELLED.contains(why)) {
            return "cancelled";
        }
        if (why.endsWith("Timeout")) {
            return "timed_out";
        }
        if (INFRASTRUCTURE.contains(why)) {
            return "infrastructure_error";
        }
        return why.startsWith("CouldntGet") || why.startsWith("Invalid") ? "startup_failure" : "failure";
    }
}
