package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.DeployChanged;
import java.util.List;

/** A snapshot of a deploy of shop to production; it succeeded, unless it says otherwise. */
public final class Deployed implements Telling {

    private final DeployChanged deploy;

    Deployed(String id, String sha) {
        this.deploy = DeployChanged.newBuilder()
                .setEventId("e")
                .setSource("argo")
                .setRepository(Story.SHOP)
                .setOccurredAt(Moments.at("09:00"))
                .setReceivedAt(Moments.at("09:00"))
                .setDeployId(id)
                .setEnvironment("production")
                .setSha(sha)
                .setState("finished")
                .setOutcome("success")
                .setFinishedAt(Moments.at("09:00"))
                .build();
    }

    public Deployed at(String time) {
        deploy.setOccurredAt(Moments.at(time));
        deploy.setFinishedAt(deploy.getOutcome() == null ? null : Moments.at(time));
        return this;
    }

    public Deployed outcome(String outcome) {
        deploy.setOutcome(outcome);
        return this;
    }

    /** It has not finished. */
    public Deployed state(String state) {
        deploy.setState(state);
        deploy.setFinishedAt(null);
        return outcome(null);
    }

    public Deployed created(String time) {
        deploy.setCreatedAt(Moments.at(time));
        return this;
    }

    /** It waited for an approval. */
    public Deployed requested(String time) {
        deploy.setApprovalRequestedAt(Moments.at(time));
        return this;
    }

    public Deployed approved(String time) {
        deploy.setApprovedAt(Moments.at(time));
        return this;
    }

    public Deployed started(String time) {
        deploy.setStartedAt(Moments.at(time));
        return this;
    }

    public Deployed carrying(String... repositories) {
        deploy.setRepositories(List.of(repositories));
        return this;
    }

    public Deployed attempt(int attempt) {
        deploy.setAttempt(attempt);
        return this;
    }

    public Deployed to(String service, String environment) {
        deploy.setService(service);
        deploy.setEnvironment(environment);
        return this;
    }

    /** Only occurred_at tells when it ended. */
    public Deployed withoutFinish() {
        deploy.setFinishedAt(null);
        return this;
    }

    @Override
    public DeployChanged event() {
        return deploy;
    }
}
