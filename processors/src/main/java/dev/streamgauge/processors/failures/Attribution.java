package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which deploys an incident is put down to: by the first rule that finds one (docs/metrics.md, section 5). */
final class Attribution {

    private record Candidate(Lane lane, Finish finish) {}

    private static final Comparator<Candidate> LATEST = Comparator.comparing(Candidate::finish)
            .thenComparing(candidate -> candidate.lane().service(), Text.ORDER)
            .thenComparing(candidate -> candidate.lane().environment(), Text.ORDER);

    private final History history;
    private final Deployments deployments;
    private final Failures.Sources sources;
    private final Definitions definitions;

    Attribution(History history, Deployments deployments, Failures.Sources sources, Definitions definitions) {
        this.history = history;
        this.deployments = deployments;
        this.sources = sources;
        this.definitions = definitions;
    }

    Incident of(Incident incident) {
        List<DeployRef> named = byDeploy(incident);
        if (!named.isEmpty()) {
            return incident.attributed(Evidence.INCIDENT_DEPLOY, named);
        }
        List<DeployRef> ofCommit = byCommit(incident);
        if (!ofCommit.isEmpty()) {
            return incident.attributed(Evidence.INCIDENT_SHA, ofCommit);
        }
        boolean namesLane =
                incident.names().service() != null || incident.names().environment() != null;
        List<DeployRef> last = namesLane ? byLane(incident, Long.MIN_VALUE) : byWindow(incident);
        if (last.isEmpty()) {
            return incident.attributed(null, List.of());
        }
        return incident.attributed(namesLane ? Evidence.INCIDENT_SERVICE : Evidence.WINDOW, last);
    }

    private List<DeployRef> byDeploy(Incident incident) {
        if (incident.names().deployId() == null) {
            return List.of();
        }
        return deployments.firstOf(incident.repository(), incident.names().deployId()).stream()
                .filter(deploy ->
                        incident.concerns(deploy.lane().service(), deploy.lane().environment()))
                .toList();
    }

    private List<DeployRef> byCommit(Incident incident) {
        String sha = incident.names().sha();
        if (sha == null) {
            return List.of();
        }
        // the first deploy of a commit is never a resync
        List<DeployRef> first = tracks(incident)
                .map(track -> ref(track, history.firstOf(track, sha)))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return first.isEmpty() ? byOwner(incident, sha) : first;
    }

    /** The deploys that delivered the changes that own a commit, to the lanes that match. */
    private List<DeployRef> byOwner(Incident incident, String sha) {
        String repository = incident.repository();
        Set<Lane> lanes = tracks(incident).map(Track::lane).collect(Collectors.toSet());
        return sources.ownership().owners(repository, sha).stream()
                .flatMap(owner -> sources.deliveries().of(repository, owner).stream())
                .filter(delivery -> lanes.contains(delivery.lane()))
                .map(delivery -> ref(new Track(repository, delivery.lane()), delivery.finish()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static DeployRef ref(Track track, Finish finish) {
        return finish == null ? null : track.ref(finish);
    }

    private List<DeployRef> byWindow(Incident incident) {
        return definitions.failureWindow() == null
                ? List.of()
                : byLane(
                        incident,
                        incident.openedAt() - definitions.failureWindow().toMillis());
    }

    /** The last deployment of the matching lanes before it began, unless that finished before an instant. */
    private List<DeployRef> byLane(Incident incident, long since) {
        return tracks(incident)
                .map(track -> new Candidate(track.lane(), deployments.lastAt(track, incident.openedAt())))
                .filter(candidate ->
                        candidate.finish() != null && candidate.finish().at() >= since)
                .max(LATEST)
                .map(last -> List.of(new Track(incident.repository(), last.lane()).ref(last.finish())))
                .orElse(List.of());
    }

    /** The lanes that match what it names; if it names no environment, those of production. */
    private Stream<Track> tracks(Incident incident) {
        boolean anywhere = incident.names().environment() == null;
        return sources.deliveries().lanesOf(incident.repository()).stream()
                .filter(lane -> incident.concerns(lane.service(), lane.environment()))
                .filter(lane -> !anywhere || definitions.isProduction(lane.environment()))
                .map(lane -> new Track(incident.repository(), lane));
    }
}
