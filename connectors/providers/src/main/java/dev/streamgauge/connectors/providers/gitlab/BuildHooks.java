package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Hooks of pipelines and of jobs: builds, and the deploys that jobs make. */
final class BuildHooks {

    private BuildHooks() {}

    static List<SpecificRecord> pipeline(Json body, Project project) throws UnmappableException {
        Run run = Run.ofPipelineHook(body, project);
        List<Job> jobs = body.list("builds").stream().map(Job::of).toList();
        List<SpecificRecord> events = new ArrayList<>();
        events.add(Pipelines.of(body.at("object_attributes"), run, jobs));
        for (Job job : Jobs.first(jobs)) {
            events.add(Jobs.of(job, run, 1));
        }
        for (Job job : jobs) {
            addDeploy(events, job, run);
        }
        return events;
    }

    static List<SpecificRecord> job(Json body, Project project) throws UnmappableException {
        Run run = Run.ofJobHook(body, project);
        Job job = Job.ofHook(body);
        List<SpecificRecord> events = new ArrayList<>();
        events.add(Jobs.of(job, run, Jobs.attempt(body)));
        addDeploy(events, job, run);
        return events;
    }

    private static void addDeploy(List<SpecificRecord> events, Job job, Run run) throws UnmappableException {
        DeployChanged deploy = Deployments.ofJob(job, run);
        if (deploy != null) {
            events.add(deploy);
        }
    }
}
