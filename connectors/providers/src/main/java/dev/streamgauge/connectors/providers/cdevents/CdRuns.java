package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.BuildNotes;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;

/** A run of a pipeline is a build; a run of a task is a job of it, or a build of its own where it belongs to no pipeline. */
final class CdRuns {

    private final Stamp stamp;
    private final DoorRules rules;

    CdRuns(Stamp stamp, DoorRules rules) {
        this.stamp = stamp;
        this.rules = rules;
    }

    Mapped pipeline(CdEvent event) throws UnmappableException {
        String pipeline = event.content().textOrNull("pipelineName");
        Convention notes = CdNotes.of(event, rules, pipeline);
        String workflow = pipeline == null ? notes.text("workflow") : pipeline;
        return build(event, notes, workflow, event.subjectId(), null);
    }

    Mapped task(CdEvent event) throws UnmappableException {
        String task = event.content().textOrNull("taskName");
        String run = event.content().textOrNull("pipelineRun", "id");
        Convention notes = CdNotes.of(event, rules, task);
        return run == null
                ? build(event, notes, task, event.subjectId(), null)
                : build(event, notes, notes.text("workflow"), run, task == null ? event.subjectId() : task);
    }

    private Mapped build(CdEvent event, Convention notes, String workflow, String run, String job)
            throws UnmappableException {
        String missing = BuildNotes.missing(notes);
        if (missing == null && workflow == null) {
            missing = "no_workflow";
        }
        if (missing == null && event.is("finished") && outcome(event) == null) {
            missing = "no_outcome";
        }
        if (missing != null) {
            return new Mapped.Ignored(event.name() + "." + missing);
        }
        BuildChanged build = stamp.build(notes.repository(), event.time());
        build.setRunId(run);
        build.setJob(job);
        build.setWorkflow(workflow);
        build.setUrl(event.link());
        BuildNotes.fill(build, notes, rules);
        progress(build, event);
        return build.getState() == null ? new Mapped.Ignored("other") : Mapped.one(build);
    }

    private static void progress(BuildChanged build, CdEvent event) throws UnmappableException {
        switch (event.predicate()) {
            case "queued" -> {
                build.setState("queued");
                build.setQueuedAt(event.time());
            }
            case "started" -> {
                build.setState("running");
                build.setStartedAt(event.time());
            }
            case "finished" -> {
                build.setState("finished");
                build.setOutcome(outcome(event));
                build.setFinishedAt(event.time());
            }
            default -> build.setState(null);
        }
    }

    /** An error is, by the specification, that the run could not do its work: no verdict about the commit. */
    private static String outcome(CdEvent event) throws UnmappableException {
        String outcome = event.content().textOrNull("outcome");
        return switch (outcome == null ? "" : outcome) {
            case "" -> null;
            case "success" -> "success";
            case "failure" -> "failure";
            case "cancel", "cancelled", "canceled" -> "cancelled";
            case "error" -> "infrastructure_error";
            default -> throw event.content().at("outcome").bad("success, failure, cancel or error");
        };
    }
}
