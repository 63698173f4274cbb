package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.testkit.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The failures computed from all deploys and incidents at once, with no thought for speed. */
final class FailuresModel {

    private static final Comparator<Deploy> ORDER = Comparator.comparing(Deploy::finish);

    private final Story story;
    private final Definitions definitions;
    private final Map<Lane, List<Deploy>> lanes;
    private final Map<String, Change> changes;
    private final Map<DeployRef, List<String>> delivered = new HashMap<>();

    FailuresModel(Story story, Definitions definitions) {
        this.story = story;
        this.definitions = definitions;
        this.lanes = story.rows(Deliveries.DEPLOYS).stream()
                .filter(Deploy::successful)
                .sorted(ORDER)
                .collect(Collectors.groupingBy(deploy -> deploy.ref().lane(), TreeMap::new, Collectors.toList()));
        this.changes = story.rows(Changes.CHANGES).stream().collect(Collectors.toMap(Change::id, change -> change));
        for (Delivery delivery : story.rows(Deliveries.DELIVERIES)) {
            if (delivery.finish() != null) {
                DeployRef deploy = new DeployRef(
                        delivery.lane(),
                        delivery.finish().deployId(),
                        delivery.finish().attempt());
                delivered.computeIfAbsent(deploy, none -> new ArrayList<>()).add(delivery.change());
            }
        }
    }

    List<String> deploys() {
        return story.rows(Deliveries.DEPLOYS).stream().map(this::told).toList();
    }

    private String told(Deploy deploy) {
        if (!deploy.successful()) {
            return Told.deploy(new Verdict(deploy, null, List.of(), List.of(), null, null));
        }
        List<Incident> incidents = story.rows(Failures.INCIDENTS).stream()
                .filter(incident -> incident.deploys().contains(deploy.ref()))
                .toList();
        TreeSet<Evidence> evidence =
                incidents.stream().map(Incident::evidence).collect(Collectors.toCollection(TreeSet::new));
        List<Deploy> remedies = lane(deploy).stream()
                .filter(other -> remediedBy(other).containsKey(deploy))
                .toList();
        remedies.forEach(other -> evidence.addAll(remediedBy(other).get(deploy)));
        return Told.deploy(new Verdict(
                deploy,
                kind(deploy),
                List.copyOf(evidence),
                incidents.stream().map(Incident::id).toList(),
                remediation(deploy),
                recovery(incidents, remedies)));
    }

    private Evidence remediation(Deploy deploy) {
        return remediedBy(deploy).values().stream()
                .flatMap(Set::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Verdict.Recovery recovery(List<Incident> incidents, List<Deploy> remedies) {
        if (!remedies.isEmpty()) {
            Deploy first = remedies.get(0);
            return new Verdict.Recovery(remediation(first).label(), first.ref(), first.finishedAt());
        }
        boolean over = !incidents.isEmpty() && incidents.stream().allMatch(incident -> incident.resolvedAt() != null);
        return over
                ? new Verdict.Recovery(
                        "incident_resolved",
                        null,
                        incidents.stream().mapToLong(Incident::resolvedAt).max().orElseThrow())
                : null;
    }

    /** The deploys that a deploy remedies, each with all that says so. */
    private Map<Deploy, Set<Evidence>> remediedBy(Deploy deploy) {
        Map<Deploy, Set<Evidence>> found = new HashMap<>();
        if (kind(deploy) == Kind.ROLLBACK) {
            found.computeIfAbsent(undone(deploy), none -> new TreeSet<>()).add(Evidence.ROLLBACK);
        }
        List<Deploy> before = lane(deploy).subList(0, lane(deploy).indexOf(deploy));
        for (Change change : deliveredBy(deploy)) {
            before.stream()
                    .filter(other -> deliveredBy(other).stream()
                            .anyMatch(original -> change.reverts().contains(original.id())))
                    .forEach(other -> found.computeIfAbsent(other, none -> new TreeSet<>())
                            .add(Evidence.REVERT));
            if (change.hotfix() && kind(deploy).isNew()) {
                before.stream()
                        .filter(other -> kind(other) != Kind.RESYNC)
                        .reduce((first, last) -> last)
                        .ifPresent(last -> found.computeIfAbsent(last, none -> new TreeSet<>())
                                .add(Evidence.HOTFIX));
            }
        }
        return found;
    }

    private List<Change> deliveredBy(Deploy deploy) {
        return delivered.getOrDefault(deploy.ref(), List.of()).stream()
                .map(changes::get)
                .toList();
    }

    private List<Deploy> lane(Deploy deploy) {
        return lanes.get(deploy.ref().lane());
    }

    private Kind kind(Deploy deploy) {
        List<Deploy> lane = lane(deploy);
        int at = lane.indexOf(deploy);
        if (at > 0 && lane.get(at - 1).sha().equals(deploy.sha())) {
            return Kind.RESYNC;
        }
        int first = first(lane, deploy.sha());
        if (first < at) {
            return first < first(lane, lane.get(at - 1).sha()) ? Kind.ROLLBACK : Kind.REDEPLOY;
        }
        boolean behind = deploy.position() != null
                && lane.subList(0, at).stream()
                        .anyMatch(other ->
                                other.position() != null && other.position().compareTo(deploy.position()) > 0);
        return behind ? Kind.OUT_OF_LINE : Kind.RELEASE;
    }

    private static int first(List<Deploy> lane, String sha) {
        return lane.stream().map(Deploy::sha).toList().indexOf(sha);
    }

    private Deploy undone(Deploy rollback) {
        List<Deploy> lane = lane(rollback);
        List<String> shas = lane.subList(0, lane.indexOf(rollback)).stream()
                .map(Deploy::sha)
                .toList();
        return lane.get(shas.lastIndexOf(rollback.sha()) + 1);
    }

    List<String> incidents() {
        return story.rows(Failures.INCIDENTS).stream()
                .map(this::attributed)
                .map(Told::incident)
                .toList();
    }

    private Incident attributed(Incident incident) {
        Incident.Names names = incident.names();
        List<Deploy> named =
                firsts(incident, false, deploy -> deploy.ref().deployId().equals(names.deployId()));
        if (!named.isEmpty()) {
            return put(incident, Evidence.INCIDENT_DEPLOY, named);
        }
        List<Deploy> ofCommit = firsts(incident, true, deploy -> deploy.sha().equals(names.sha()));
        if (!ofCommit.isEmpty()) {
            return put(incident, Evidence.INCIDENT_SHA, ofCommit);
        }
        List<Deploy> ofOwner = ofOwner(incident);
        if (!ofOwner.isEmpty()) {
            return put(incident, Evidence.INCIDENT_SHA, ofOwner);
        }
        boolean namesLane = names.service() != null || names.environment() != null;
        List<Deploy> last = last(incident).stream()
                .filter(deploy -> namesLane || near(incident, deploy))
                .toList();
        return last.isEmpty()
                ? incident.attributed(null, List.of())
                : put(incident, namesLane ? Evidence.INCIDENT_SERVICE : Evidence.WINDOW, last);
    }

    private List<Deploy> ofOwner(Incident incident) {
        String sha = incident.names().sha();
        return deployments(incident, true)
                .flatMap(List::stream)
                .filter(deploy -> sha != null
                        && deliveredBy(deploy).stream()
                                .anyMatch(change -> change.watched().contains(sha)))
                .toList();
    }

    private boolean near(Incident incident, Deploy deploy) {
        return definitions.failureWindow() != null
                && incident.openedAt() - deploy.finishedAt()
                        <= definitions.failureWindow().toMillis();
    }

    private List<Deploy> firsts(Incident incident, boolean inProduction, Predicate<Deploy> meant) {
        return deployments(incident, inProduction)
                .map(lane -> lane.stream().filter(meant).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Deploy> last(Incident incident) {
        return deployments(incident, true)
                .flatMap(List::stream)
                .filter(deploy -> deploy.finishedAt() <= incident.openedAt())
                .max(ORDER.thenComparing(Deploy::ref))
                .map(List::of)
                .orElse(List.of());
    }

    /** The deployments of each lane that matches. */
    private Stream<List<Deploy>> deployments(Incident incident, boolean inProduction) {
        Incident.Names names = incident.names();
        return lanes.entrySet().stream()
                .filter(lane -> names.service() == null
                        || names.service().equals(lane.getKey().service()))
                .filter(lane -> names.environment() == null
                        ? !inProduction
                                || definitions.isProduction(lane.getKey().environment())
                        : names.environment().equals(lane.getKey().environment()))
                .map(lane -> lane.getValue().stream()
                        .filter(deploy -> kind(deploy) != Kind.RESYNC)
                        .toList());
    }

    private static Incident put(Incident incident, Evidence evidence, List<Deploy> deploys) {
        return incident.attributed(
                evidence, deploys.stream().map(Deploy::ref).sorted().toList());
    }
}
