package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.util.Map;
import java.util.Set;

/** What GitHub's words for states, conclusions and triggers are called here. */
final class GitHubWords {

    /** Conclusions that have the same names here. */
    private static final Set<String> OUTCOMES = Set.of(
            "success",
            "failure",
            "timed_out",
            "startup_failure",
            "action_required",
            "cancelled",
            "stale",
            "neutral",
            "skipped");

    private static final Map<String, String> BUILD_STATES = Map.of(
            "requested", "queued",
            "queued", "queued",
            "pending", "queued",
            "waiting", "waiting",
            "in_progress", "running",
            "completed", "finished");

    private static final Map<String, String> TRIGGERS = Map.of(
            "push", "push",
            "schedule", "schedule",
            "pull_request", "pull_request",
            "pull_request_target", "pull_request",
            "pull_request_review", "pull_request",
            "pull_request_review_comment", "pull_request",
            "merge_group", "merge_group",
            "workflow_dispatch", "manual");

    private GitHubWords() {}

    /** The state of a run, a job or a check. */
    static String buildState(Json build) throws UnmappableException {
        String state = BUILD_STATES.get(build.text("status"));
        if (state == null) {
            throw build.at("status").bad("one of " + sorted(BUILD_STATES.keySet()));
        }
        return state;
    }

    /** The outcome of a completed run, job or check. A conclusion that is new to us is not guessed at: it waits for a newer mapper. */
    static String outcome(Json build) throws UnmappableException {
        String conclusion = build.text("conclusion");
        if (!OUTCOMES.contains(conclusion)) {
            throw build.at("conclusion").bad("one of " + sorted(OUTCOMES));
        }
        return conclusion;
    }

    /** What started a run. */
    static String trigger(String event) {
        return event == null ? "other" : TRIGGERS.getOrDefault(event, "other");
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
