package dev.streamgauge.connectors.providers.gitlab;

import java.util.Locale;

/** The states of GitLab's jobs and pipelines, and ours. */
enum JobStatus {
    CREATED("queued", null),
    WAITING_FOR_RESOURCE("queued", null),
    WAITING_FOR_CALLBACK("queued", null),
    PREPARING("queued", null),
    PENDING("queued", null),
    /** It waits for a time, not for a person. */
    SCHEDULED("queued", null),
    MANUAL("waiting", null),
    RUNNING("running", null),
    CANCELING("running", null),
    SUCCESS("finished", "success"),
    FAILED("finished", "failure"),
    CANCELED("finished", "cancelled"),
    SKIPPED("finished", "skipped");

    private final String state;
    private final String outcome;

    JobStatus(String state, String outcome) {
        this.state = state;
        this.outcome = outcome;
    }

    /** Null if there is none of this name. */
    static JobStatus named(String name) {
        for (JobStatus status : values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(name)) {
                return status;
            }
        }
        return null;
    }

    String state() {
        return state;
    }

    /** Null unless finished. GitLab states a reason for a failure also where there was none. */
    String outcome(String failureReason) {
        if (this != FAILED || failureReason == null) {
            return outcome;
        }
        return switch (failureReason) {
            case "job_execution_timeout" -> "timed_out";
            case "runner_system_failure",
                    "runner_unsupported",
                    "stuck_or_timeout_failure",
                    "scheduler_failure",
                    "data_integrity_failure",
                    "api_failure",
                    "no_matching_runner",
                    "ci_quota_exceeded" -> "infrastructure_error";
            case "stale_schedule", "forward_deployment_failure" -> "stale";
            default -> outcome;
        };
    }

    boolean isFinished() {
        return outcome != null;
    }
}
