package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** GitLab, its own or of one's own. What a hook is about, its body says; the header is not asked. */
public final class GitLabProvider implements Provider {

    private static final Set<String> TELLING =
            Set.of("push", "merge_request", "note", "pipeline", "build", "deployment", "issue", "work_item");

    /** Known kinds that tell nothing that is measured. */
    private static final Set<String> IDLE = Set.of(
            "tag_push",
            "release",
            "wiki_page",
            "feature_flag",
            "emoji",
            "milestone",
            "member",
            "access_token",
            "vulnerability",
            "repository_update");

    @Override
    public String name() {
        return "gitlab";
    }

    /** The key that stays when GitLab tries again. Older GitLabs send none; their {@code X-Gitlab-Event-UUID} is shared by hooks that set each other off. */
    @Override
    public String deliveryId(Delivery delivery) {
        String key = delivery.header("idempotency-key");
        return key == null ? delivery.header("webhook-id") : key;
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        return Reading.json(delivery, body -> {
            // System hooks of pushes have no object_kind.
            String kind = body.textOrNull(body.has("object_kind") ? "object_kind" : "event_name");
            if (kind == null || !TELLING.contains(kind)) {
                return new Mapped.Ignored(IDLE.contains(String.valueOf(kind)) ? kind : "other");
            }
            Project project = Project.ofHook(body, Stamp.of(this, delivery), rules);
            List<SpecificRecord> events = events(kind, body, project);
            return events.isEmpty() ? new Mapped.Ignored(kind) : new Mapped.Events(events);
        });
    }

    private static List<SpecificRecord> events(String kind, Json body, Project project) throws UnmappableException {
        return switch (kind) {
            case "push" -> known(Pushes.ofHook(body, project));
            case "merge_request" -> known(MergeRequestHook.request(body, project));
            case "note" -> known(MergeRequestHook.note(body, project));
            case "pipeline" -> BuildHooks.pipeline(body, project);
            case "build" -> BuildHooks.job(body, project);
            case "deployment" -> known(Deployments.ofHook(body, project));
            default -> known(Issues.of(body.at("object_attributes"), project));
        };
    }

    private static List<SpecificRecord> known(SpecificRecord event) {
        return event == null ? List.of() : List.of(event);
    }
}
