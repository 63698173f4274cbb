package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.List;
import java.util.Set;

/** Azure DevOps. Every service hook has the same envelope: what happened, to which resource, and when. */
public final class AzureDevOpsProvider implements Provider {

    private static final Set<String> IDLE = Set.of(
            "tfvc.checkin",
            "workitem.created",
            "workitem.updated",
            "workitem.deleted",
            "workitem.restored",
            "workitem.commented",
            "message.posted",
            "git.repo.created",
            "git.repo.deleted",
            "ms.vss-release.release-created-event",
            "ms.vss-release.release-abandoned-event",
            "ms.vss-release.deployment-started-event",
            "ms.vss-release.deployment-approval-pending-event",
            "ms.vss-release.deployment-approval-completed-event",
            "ms.vss-pipelines.stage-state-changed-event",
            "ms.vss-pipelines.job-state-changed-event",
            "ms.vss-pipelinechecks-events.approval-pending",
            "ms.vss-pipelinechecks-events.approval-completed");

    @Override
    public String name() {
        return "azure-devops";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        return Reading.json(delivery, body -> {
            String type = body.textOrNull("eventType");
            return read(type == null ? "" : type, body, new Hook(body, Stamp.of(this, delivery), rules));
        });
    }

    private static Mapped read(String type, Json body, Hook hook) throws UnmappableException {
        return switch (type) {
            case "git.push" -> pushes(hook);
            case "git.pullrequest.created", "git.pullrequest.updated", "git.pullrequest.merged" ->
                Mapped.one(PullRequests.ofHook(hook));
            case "ms.vss-code.git-pullrequest-comment-event" -> Mapped.one(PullRequests.ofComment(hook));
            case "build.complete" -> Mapped.one(Builds.of(hook));
            case "ms.vss-pipelines.run-state-changed-event" -> Mapped.one(Runs.of(hook));
            case "ms.vss-release.deployment-completed-event" -> Mapped.one(Releases.of(hook));
            default -> new Mapped.Ignored(IDLE.contains(type) ? body.text("eventType") : "other");
        };
    }

    private static Mapped pushes(Hook hook) throws UnmappableException {
        List<CommitPushed> pushes = Pushes.of(hook);
        return pushes.isEmpty() ? new Mapped.Ignored("git.push") : new Mapped.Events(pushes);
    }
}
