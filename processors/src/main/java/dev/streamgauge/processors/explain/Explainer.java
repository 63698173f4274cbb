package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.facts.v1.Incident;
import dev.streamgauge.facts.v1.RedEpisode;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.landings.CommitNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Explains what the models make of the events of one repository. It needs no state of the running processors: the same models over
 * the same events give the same facts. For one thread.
 */
public final class Explainer {

    private final World world;

    /** @param repository whose events are heard: canonical, lower case */
    public Explainer(String repository, Definitions definitions) {
        this.world = new World(repository, definitions);
    }

    /**
     * Learns from an event of the repository, in any order.
     *
     * @param event one of the records of {@code dev.streamgauge.events.v1}, admitted
     * @param origin where it was found, for people; null: nobody knows
     */
    public void hear(SpecificRecord event, String origin) {
        world.hear(new Heard(event, origin));
    }

    /** How many events it has heard. */
    public int events() {
        return world.events().size();
    }

    /**
     * Explains a subject: more than once if its name fits several (a deploy to several lanes, the changes of a commit).
     *
     * @return at least one
     * @throws UnknownSubjectException if no event tells of it
     */
    public List<Explanation> explain(Subject subject) throws UnknownSubjectException {
        Deploys deploys = new Deploys(world);
        if (subject instanceof Subject.Request request) {
            return List.of(request(request, deploys));
        } else if (subject instanceof Subject.Commit commit) {
            return commit(commit, deploys);
        } else if (subject instanceof Subject.Deployment deploy) {
            return named(
                    "deploy",
                    deploy.name(),
                    Deploy.class,
                    Explainer::name,
                    new DeployExplainer(world, deploys)::explain);
        } else if (subject instanceof Subject.Trouble incident) {
            return named(
                    "incident",
                    incident.name(),
                    Incident.class,
                    Explainer::name,
                    new IncidentExplainer(world, deploys)::explain);
        } else if (subject instanceof Subject.RedEpisode episode) {
            return named(
                    "red episode",
                    episode.name(),
                    RedEpisode.class,
                    Explainer::name,
                    new EpisodeExplainer(world)::explain);
        }
        throw new IllegalArgumentException("No subject: " + subject);
    }

    private Explanation request(Subject.Request request, Deploys deploys) throws UnknownSubjectException {
        String id = world.repository() + "#" + request.number();
        var change = world.change(id);
        if (change != null && change.carrier()) {
            return new Carriers(world).explain(change);
        }
        return changes(id)
                .map(fact -> new ChangeExplainer(world, deploys, fact).explain())
                .findFirst()
                .orElseThrow(() -> new Unknown(world).request(id, request.number()));
    }

    private Stream<Fact<Change>> changes(String id) {
        return world.facts(Change.class).stream()
                .filter(fact -> fact.value().getChange().equals(id));
    }

    private List<Explanation> commit(Subject.Commit subject, Deploys deploys) throws UnknownSubjectException {
        List<String> shas = world.commits().stream()
                .map(CommitNode::sha)
                .filter(sha -> sha.startsWith(subject.prefix()))
                .toList();
        if (shas.size() != 1) {
            throw new Unknown(world).commit(subject.prefix(), shas);
        }
        Set<String> owners = world.owners(shas.get(0));
        List<Explanation> found = world.facts(Change.class).stream()
                .filter(fact -> owners.contains(fact.value().getChange()))
                .filter(fact -> Commits.of(world.change(fact.value().getChange()), world)
                                .owns(shas.get(0))
                        != null)
                .map(fact -> new ChangeExplainer(world, deploys, fact).explain())
                .toList();
        if (found.isEmpty()) {
            throw new Unknown(world).owner(shas.get(0));
        }
        return found;
    }

    private static String name(Deploy deploy) {
        return deploy.getDeployId() + "/" + deploy.getAttempt();
    }

    private static String name(Incident incident) {
        return incident.getIncidentId();
    }

    private static String name(RedEpisode episode) {
        return episode.getRedRunId() + "/" + episode.getRedAttempt();
    }

    /** A name fits with its attempt and without: an identifier may have slashes of its own. */
    private <T extends SpecificRecord> List<Explanation> named(
            String kind, String wanted, Class<T> type, Function<T, String> name, Function<Fact<T>, Explanation> explain)
            throws UnknownSubjectException {
        List<Fact<T>> known = world.facts(type);
        List<Explanation> found = known.stream()
                .filter(fact -> fits(wanted, name.apply(fact.value())))
                .map(explain)
                .toList();
        if (found.isEmpty()) {
            throw new Unknown(world)
                    .named(
                            kind,
                            wanted,
                            known.stream().map(Fact::value).map(name).distinct().toList());
        }
        return found;
    }

    private static boolean fits(String wanted, String name) {
        return name.equals(wanted)
                || (name.startsWith(wanted) && name.substring(wanted.length()).matches("/\\d+"));
    }
}
