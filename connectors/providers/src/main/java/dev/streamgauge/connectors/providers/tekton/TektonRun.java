package dev.streamgauge.connectors.providers.tekton;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.BuildNotes;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;

/** A PipelineRun, or a TaskRun: a job of its pipeline's run, or a run of its own. */
final class TektonRun {

    private final Json run;
    private final boolean task;
    private final Convention notes;

    TektonRun(Json run, boolean task, DoorRules rules) throws UnmappableException {
        this.run = run;
        this.task = task;
        String place = run.textOrNull("metadata", "namespace") + "/" + workflow();
        this.notes = new Convention(
                new TektonNotes(run)::text, rules.place("tekton", place).orElse(null));
    }

    Convention notes() {
        return notes;
    }

    /** The last time that the run states of itself. */
    Instant latest() throws UnmappableException {
        Instant ended = run.timeOrNull("status", "completionTime");
        Instant started = run.timeOrNull("status", "startTime");
        Instant begun = started == null ? run.timeOrNull("metadata", "creationTimestamp") : started;
        return ended == null ? begun : ended;
    }

    void fill(BuildChanged build, DoorRules rules) throws UnmappableException {
        String pipelineRun = pipelineRun();
        build.setRunId(pipelineRun == null ? run.text("metadata", "uid") : pipelineRun);
        build.setWorkflow(workflow());
        BuildNotes.fill(build, notes, rules);
        if (pipelineRun != null) {
            String job = label("tekton.dev/pipelineTask");
            build.setJob(job == null ? run.text("metadata", "name") : job);
            build.setAttempt(run.list("status", "retriesStatus").size() + 1);
        }
        progress(build);
    }

    private void progress(BuildChanged build) throws UnmappableException {
        Json condition = succeeded();
        String status = condition == null ? "Unknown" : condition.textOrNull("status");
        boolean finished = "True".equals(status) || "False".equals(status);
        Instant started = run.timeOrNull("status", "startTime");
        build.setState(finished ? "finished" : started == null ? "queued" : "running");
        build.setOutcome(finished ? TektonReason.outcome(status, condition.textOrNull("reason")) : null);
        build.setQueuedAt(run.timeOrNull("metadata", "creationTimestamp"));
        build.setStartedAt(started);
        build.setFinishedAt(finished ? run.timeOrNull("status", "completionTime") : null);
    }

    private Json succeeded() {
        return run.list("status", "conditions").stream()
                .filter(condition -> "Succeeded".equals(condition.textOrNull("type")))
                .findFirst()
                .orElse(null);
    }

    /** The uid of the run that this task belongs to; null: it is on its own. */
    private String pipelineRun() {
        return run.list("metadata", "ownerReferences").stream()
                .filter(owner -> task && "PipelineRun".equals(owner.textOrNull("kind")))
                .map(owner -> owner.textOrNull("uid"))
                .findFirst()
                .orElse(null);
    }

    /** The pipeline's name; of a pipeline that is written into its run, the run's name without what makes it unique. */
    private String workflow() throws UnmappableException {
        String original = label("pipelinesascode.tekton.dev/original-prname");
        String reference = run.textOrNull("spec", task ? "taskRef" : "pipelineRef", "name");
        String labelled = label("tekton.dev/pipeline");
        String generated = run.textOrNull("metadata", "generateName");
        for (String name : new String[] {original, labelled, reference}) {
            if (name != null) {
                return name;
            }
        }
        return generated == null ? run.text("metadata", "name") : generated.replaceFirst("-+$", "");
    }

    private String label(String name) {
        return run.textOrNull("metadata", "labels", name);
    }
}
