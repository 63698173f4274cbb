package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.processors.health.Build;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Explains one change: what happened to it, how it was joined to that, and where it is counted. */
final class ChangeExplainer {

    private static final Reason ITSELF = new Reason("request", "a snapshot of the request itself");
    private static final Reason BUILT = new Reason("owned_sha", "it built a commit that the change owns");
    private static final Reason DEPLOYED = new Reason(
            "not_delivering",
            "it deployed a commit that the change owns, but did not succeed, or the change was there already");
    private static final Reason GREEN =
            new Reason("integration", "the first green main build of the landing or a later one");

    private final World world;
    private final Deploys deploys;
    private final Fact<Change> fact;
    private final Commits commits;
    private final List<Reach> reaches;
    private final Map<Deploy, Reason> delivering = new LinkedHashMap<>();
    private final Build integration;
    private final List<Fact<?>> facts = new ArrayList<>();
    private final Timeline timeline;

    ChangeExplainer(World world, Deploys deploys, Fact<Change> fact) {
        this.world = world;
        this.deploys = deploys;
        this.fact = fact;
        this.commits = Commits.of(world.change(id()), world);
        this.reaches = new Reaches(world, deploys).of(fact.value());
        this.integration = new Integration(world).of(world.change(id()).landing());
        facts.add(fact);
        world.facts(Delivery.class).stream()
                .filter(delivery -> delivery.value().getChange().equals(id()))
                .forEach(facts::add);
        this.timeline = new Timeline(facts.stream().map(Fact::value).toList());
    }

    private String id() {
        return fact.value().getChange();
    }

    Explanation explain() {
        reaches.stream()
                .filter(reach -> reach.status().equals("delivered"))
                .forEach(reach -> delivering.put(deploys.of(reach.record()), reach.reason()));
        world.events().forEach(this::tell);
        Additions additions = new Additions(world.groups());
        facts.forEach(each -> additions.count(each.contributions()));
        return new Explanation(
                "change",
                world.repository(),
                id(),
                Summary.of(fact.value(), reaches),
                facts,
                timeline.list(),
                reaches,
                relations(),
                additions.list());
    }

    private void tell(Heard heard) {
        if (heard.event() instanceof ReviewChanged review) {
            if (review.getRequest().equals(fact.value().getRequest())) {
                timeline.add(heard, ITSELF);
            }
        } else if (heard.event() instanceof CommitPushed push) {
            new PushTeller(timeline, commits).tell(heard, push);
        } else if (heard.event() instanceof BuildChanged build) {
            built(heard, build);
        } else if (heard.event() instanceof DeployChanged deploy) {
            deployed(heard, deploy);
        } else if (heard.event() instanceof IncidentChanged incident) {
            delivering.keySet().stream()
                    .filter(deploy -> deploy.getIncidents().contains(incident.getIncidentId()))
                    .forEach(deploy ->
                            timeline.add(heard, new Reason("incident", "it is put down to " + Deploys.name(deploy))));
        }
    }

    private void built(Heard heard, BuildChanged event) {
        boolean green = integration != null
                && event.getJob() == null
                && event.getRunId().equals(integration.ref().runId())
                && event.getAttempt() == integration.ref().attempt();
        if (green || commits.owns(event.getSha()) != null) {
            timeline.add(heard, green ? GREEN : BUILT);
        }
    }

    private void deployed(Heard heard, DeployChanged event) {
        Reason reason = delivering.entrySet().stream()
                .filter(each -> Deploys.tells(event, each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(commits.owns(event.getSha()) == null ? null : DEPLOYED);
        if (reason != null) {
            timeline.add(heard, reason);
        }
    }

    private List<Relation> relations() {
        Stream<Relation> commitRules =
                commits.all().entrySet().stream().map(each -> new Relation("commit " + each.getKey(), each.getValue()));
        Stream<Relation> failings =
                delivering.keySet().stream().flatMap(deploy -> new Failings(deploys).of(deploy).stream());
        return Stream.of(
                        commitRules,
                        new Evidence(world, world.change(id()), commits).relations(),
                        new Reverts(world).of(fact.value()),
                        new Carriers(world).of(fact.value()),
                        failings)
                .flatMap(relations -> relations)
                .distinct()
                .toList();
    }
}
