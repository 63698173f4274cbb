package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.json.Json;
import java.util.List;

/** Which event a webhook tells of. */
final class GitHubEvent {

    /** Each event and the field that its bodies have; in an order in which those that have another's field too come first. */
    private static final List<List<String>> SHAPES = List.of(
            List.of("ping", "zen"),
            List.of("pull_request_review", "review"),
            List.of("pull_request", "pull_request"),
            List.of("deployment_status", "deployment_status"),
            List.of("deployment", "deployment"),
            List.of("deployment_review", "since"),
            List.of("workflow_run", "workflow_run"),
            List.of("workflow_job", "workflow_job"),
            List.of("check_run", "check_run"),
            List.of("check_suite", "check_suite"),
            List.of("merge_group", "merge_group"),
            List.of("release", "release"),
            List.of("issues", "issue"),
            List.of("push", "after"));

    private GitHubEvent() {}

    /** The header says it; what was kept without its headers is known by its shape. */
    static String of(Delivery delivery, Json body) {
        String header = delivery.header("x-github-event");
        if (header != null) {
            return header;
        }
        return SHAPES.stream()
                .filter(shape -> body.has(shape.get(1)))
                .map(shape -> shape.get(0))
                .findFirst()
                .orElse("other");
    }
}
