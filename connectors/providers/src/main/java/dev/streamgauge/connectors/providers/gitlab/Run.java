package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pipeline and its jobs have in common.
 *
 * @param project the project in which it runs
 * @param id the pipeline's id
 * @param sha of the commit that is built
 * @param trigger push, schedule, pull_request, merge_group, manual or other
 * @param branch null: unknown, or a tag
 * @param request the merge request's number; null: none
 */
public record Run(Project project, String id, String sha, String trigger, String branch, String request) {

    /** All pipelines of a project come from one file; what GitLab calls a pipeline's name may differ with each run. */
    static final String WORKFLOW = "pipeline";

    private static final Pattern OF_REQUEST = Pattern.compile("refs/merge-requests/([0-9]{1,18})/(head|merge|train)");

    /** The run of a pipeline object of the REST API, or of the attributes of a pipeline hook. */
    public static Run ofPipeline(Json pipeline, Project project) throws UnmappableException {
        return of(project, pipeline.text("id"), Git.hash(pipeline, "sha"), pipeline);
    }

    /** The run of a pipeline hook, which writes the source branch where the REST API writes the ref of the merge request. */
    static Run ofPipelineHook(Json body, Project project) throws UnmappableException {
        Run run = ofPipeline(body.at("object_attributes"), project);
        Json mr = body.at("merge_request");
        return mr.isMissing()
                ? run
                : new Run(project, run.id, run.sha, run.trigger, mr.textOrNull("source_branch"), mr.textOrNull("iid"));
    }

    /** The run of a job hook. It does not say what started the pipeline: of a branch a push is assumed, until the pipeline says otherwise. */
    static Run ofJobHook(Json body, Project project) throws UnmappableException {
        return of(project, body.text("pipeline_id"), Git.hash(body, "sha"), body);
    }

    private static Run of(Project project, String id, String sha, Json json) {
        String ref = json.textOrNull("ref");
        Matcher mr = OF_REQUEST.matcher(ref == null ? "" : ref);
        if (mr.matches()) {
            String trigger = mr.group(2).equals("train") ? "merge_group" : "pull_request";
            return new Run(project, id, sha, trigger, null, mr.group(1));
        }
        return new Run(project, id, sha, trigger(json.textOrNull("source")), branch(json, ref), null);
    }

    private static String branch(Json json, String ref) {
        return json.isTrue("tag") ? null : Git.shortBranch(ref);
    }

    private static String trigger(String source) {
        return switch (source == null ? "push" : source) {
            case "push" -> "push";
            case "schedule" -> "schedule";
            case "merge_request_event", "external_pull_request_event" -> "pull_request";
            case "web", "webide", "chat" -> "manual";
            default -> "other";
        };
    }

    /** A build of this run, to be filled in. */
    BuildChanged build() {
        BuildChanged build = project.stamp().build(project.repository(), null);
        build.setDefaultBranch(project.defaultBranch());
        build.setRunId(id);
        build.setWorkflow(WORKFLOW);
        build.setTrigger(trigger);
        build.setSha(sha);
        build.setBranch(branch);
        build.setRequest(request);
        return build;
    }
}
