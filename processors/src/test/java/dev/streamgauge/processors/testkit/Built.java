package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.BuildChanged;
import java.util.List;

/** A snapshot of a build of main by workflow ci; it succeeded, unless it says otherwise. */
public final class Built implements Telling {

    private final BuildChanged build;

    Built(String run, String sha) {
        this.build = BuildChanged.newBuilder()
                .setEventId("e")
                .setSource("ci")
                .setRepository(Story.SHOP)
                .setOccurredAt(Moments.at("09:00"))
                .setReceivedAt(Moments.at("09:00"))
                .setRunId(run)
                .setWorkflow("ci")
                .setTrigger("push")
                .setBranch("main")
                .setDefaultBranch("main")
                .setSha(sha)
                .setState("finished")
                .setOutcome("success")
                .setFinishedAt(Moments.at("09:00"))
                .build();
    }

    public Built at(String time) {
        build.setOccurredAt(Moments.at(time));
        build.setFinishedAt(build.getOutcome() == null ? null : Moments.at(time));
        return this;
    }

    public Built outcome(String outcome) {
        build.setOutcome(outcome);
        return this;
    }

    public Built failed() {
        return outcome("failure");
    }

    public Built running() {
        build.setState("running");
        build.setFinishedAt(null);
        return outcome(null);
    }

    /** It waits for a runner. */
    public Built queued() {
        running();
        build.setState("queued");
        return this;
    }

    /** It waits at a gate. */
    public Built waiting() {
        running();
        build.setState("waiting");
        return this;
    }

    /** What its runner has to be. */
    public Built on(String... labels) {
        build.setRunnerLabels(List.of(labels));
        return this;
    }

    public Built attempt(int attempt) {
        build.setAttempt(attempt);
        return this;
    }

    public Built job(String job) {
        build.setJob(job);
        return this;
    }

    public Built workflow(String workflow) {
        build.setWorkflow(workflow);
        return this;
    }

    public Built trigger(String trigger) {
        build.setTrigger(trigger);
        return this;
    }

    public Built branch(String branch) {
        build.setBranch(branch);
        return this;
    }

    public Built from(String headRepository) {
        build.setHeadRepository(headRepository);
        return this;
    }

    public Built queued(String time) {
        build.setQueuedAt(Moments.at(time));
        return this;
    }

    /** Nothing but a runner was missing. */
    public Built ready(String time) {
        build.setReadyAt(Moments.at(time));
        return this;
    }

    public Built approvalRequested(String time) {
        build.setApprovalRequestedAt(Moments.at(time));
        return this;
    }

    public Built approved(String time) {
        build.setApprovedAt(Moments.at(time));
        return this;
    }

    public Built started(String time) {
        build.setStartedAt(Moments.at(time));
        return this;
    }

    /** Only occurred_at tells when it ended. */
    public Built withoutFinish() {
        build.setFinishedAt(null);
        return this;
    }

    @Override
    public BuildChanged event() {
        return build;
    }
}
