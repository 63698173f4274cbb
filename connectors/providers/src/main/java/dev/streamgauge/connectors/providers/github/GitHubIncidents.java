package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Concern;
import dev.streamgauge.events.v1.IncidentChanged;

/** Issues that are incidents by their labels. */
public final class GitHubIncidents {

    private final GitHubScene scene;

    public GitHubIncidents(GitHubScene scene) {
        this.scene = scene;
    }

    /** Whether an issue object is an incident. The API lists pull requests among the issues; they are none. */
    public boolean isIncident(Json issue) {
        return !issue.has("pull_request") && scene.rules().isIncident(GitHubScene.labels(issue));
    }

    /** The incident that an issue object is. If no label says what it concerns, it is the service that is called as the repository. */
    public IncidentChanged incident(Json issue) throws UnmappableException {
        Concern concern = scene.rules().concern(GitHubScene.labels(issue));
        IncidentChanged incident = scene.stamp().incident(scene.repository().name(), issue.time("updated_at"));
        incident.setIncidentId(issue.text("number"));
        boolean closed = issue.text("state").equals("closed");
        incident.setState(closed ? "resolved" : "open");
        incident.setSeverity(concern.severity());
        incident.setService(isUnsaid(concern) ? ownService() : concern.service());
        incident.setEnvironment(concern.environment());
        incident.setDeployId(concern.deployId());
        incident.setOpenedAt(issue.timeOrNull("created_at"));
        incident.setResolvedAt(closed ? issue.timeOrNull("closed_at") : null);
        incident.setTitle(issue.textOrNull("title"));
        incident.setUrl(issue.textOrNull("html_url"));
        return incident;
    }

    private static boolean isUnsaid(Concern concern) {
        return concern.service() == null && concern.environment() == null && concern.deployId() == null;
    }

    private String ownService() {
        String name = scene.repository().name();
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
