package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Concern;
import dev.streamgauge.events.v1.IncidentChanged;
import java.util.Locale;

/** Issues and work items, as far as they are incidents. */
public final class Issues {

    private Issues() {}

    /** The incident of an issue object of the REST API, or of the attributes of an issue or work item hook; null if it is none. */
    public static IncidentChanged of(Json issue, Project project) throws UnmappableException {
        return isIncident(issue, project) ? incident(issue, project) : null;
    }

    /** By its type; by what only incidents have; by its labels. */
    private static boolean isIncident(Json issue, Project project) {
        return "incident".equals(lower(issue.textOrNull("issue_type")))
                || "incident".equals(lower(issue.textOrNull("type")))
                || issue.has("escalation_status")
                || project.rules().isIncident(Labels.of(issue));
    }

    private static IncidentChanged incident(Json issue, Project project) throws UnmappableException {
        IncidentChanged incident = project.stamp().incident(project.repository(), null);
        Concern concern = project.rules().concern(Labels.of(issue));
        String severity = lower(issue.textOrNull("severity"));
        incident.setIncidentId(issue.text("iid"));
        incident.setState(state(issue));
        incident.setOccurredAt(issue.time("updated_at"));
        incident.setOpenedAt(issue.timeOrNull("created_at"));
        incident.setResolvedAt(incident.getState().equals("resolved") ? issue.timeOrNull("closed_at") : null);
        incident.setSeverity(severity == null || severity.equals("unknown") ? concern.severity() : severity);
        incident.setService(concern.service());
        incident.setEnvironment(concern.environment());
        incident.setDeployId(concern.deployId());
        incident.setTitle(issue.isTrue("confidential") ? null : issue.textOrNull("title"));
        incident.setUrl(issue.textOrNull(issue.has("web_url") ? "web_url" : "url"));
        return incident;
    }

    /** How far the paging went is not asked: the REST API does not tell it, and both must say the same. */
    private static String state(Json issue) throws UnmappableException {
        return switch (issue.text("state")) {
            case "opened" -> "open";
            case "closed" -> "resolved";
            default -> throw issue.at("state").bad("opened or closed");
        };
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
