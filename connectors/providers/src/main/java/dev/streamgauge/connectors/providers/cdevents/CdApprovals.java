package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.BuildNotes;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.Locale;

/**
 * An approval (0.6) that a deploy waits for. The event names the deploy by an address only; which one it is, the notes say: {@code deploy_id},
 * {@code environment} and {@code service} as the deploy's own events have them.
 */
final class CdApprovals {

    private final Stamp stamp;
    private final DoorRules rules;

    CdApprovals(Stamp stamp, DoorRules rules) {
        this.stamp = stamp;
        this.rules = rules;
    }

    Mapped approval(CdEvent event) throws UnmappableException {
        Convention notes = CdNotes.of(event, rules, event.content().textOrNull("resourceTargetUrl"));
        String missing = missing(notes);
        if (missing != null) {
            return new Mapped.Ignored(event.name() + "." + missing);
        }
        DeployChanged deploy = stamp.deploy(notes.repository(), event.time());
        deploy.setDeployId(notes.text("deploy_id"));
        deploy.setService(notes.service());
        deploy.setEnvironment(notes.environment());
        deploy.setSha(notes.sha());
        deploy.setUrl(event.content().textOrNull("approvalDetailsUrl"));
        progress(deploy, event);
        return deploy.getState() == null ? new Mapped.Ignored("other") : Mapped.one(deploy);
    }

    private static String missing(Convention notes) {
        String missing = BuildNotes.missing(notes);
        if (missing != null) {
            return missing;
        }
        if (notes.text("deploy_id") == null) {
            return "no_deploy";
        }
        return notes.environment() == null ? "no_environment" : null;
    }

    /** One person's decision is not the end: others may have to approve too. What counts is how it was closed. */
    private static void progress(DeployChanged deploy, CdEvent event) {
        switch (event.predicate()) {
            case "created" -> {
                deploy.setState("waiting");
                deploy.setApprovalRequestedAt(event.time());
            }
            case "updated" -> deploy.setState("waiting");
            case "closed" -> close(deploy, event);
            default -> deploy.setState(null);
        }
    }

    private static void close(DeployChanged deploy, CdEvent event) {
        String status = event.content().textOrNull("status");
        String decision = status == null ? event.content().textOrNull("decision") : status;
        if ("approved".equals(decision == null ? "" : decision.toLowerCase(Locale.ROOT))) {
            deploy.setState("pending");
            deploy.setApprovedAt(event.time());
        } else {
            deploy.setState("finished");
            deploy.setOutcome("cancelled");
            deploy.setFinishedAt(event.time());
        }
    }
}
