package dev.streamgauge.connectors.git;

import dev.streamgauge.connectors.providers.commits.PushParts;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Writes the events of one repository. The same commit or tag has the same event id in every run. */
final class EventFactory {

    static final String SOURCE = "git";
    static final String ENVIRONMENT = "production";

    private final String repository;
    private final String main;
    private final Instant receivedAt;

    EventFactory(String repository, String main, Instant receivedAt) {
        this.repository = repository;
        this.main = main;
        this.receivedAt = receivedAt;
    }

    /** A landing on main, in as many parts as it needs. */
    void landing(
            CommitNode landing,
            Instant landedAt,
            long position,
            List<CommitNode> brought,
            Consumer<SpecificRecord> events) {
        CommitNode before = landing.firstParent();
        for (CommitPushed part : parts("landing", landing, landedAt, brought)) {
            part.setBranch(main);
            part.setBefore(before == null ? null : before.sha());
            part.setPosition(position);
            events.accept(part);
        }
    }

    /** Commits that no landing brought: known, but no branch of interest moved. */
    void aside(CommitNode tip, Instant at, List<CommitNode> commits, Consumer<SpecificRecord> events) {
        parts("aside", tip, at, commits).forEach(events);
    }

    DeployChanged deploy(Tag tag) {
        DeployChanged deploy = new DeployChanged();
        deploy.setEventId(id("deploy", tag.name() + ":" + tag.commit().sha()));
        deploy.setSource(SOURCE);
        deploy.setRepository(repository);
        deploy.setOccurredAt(tag.finishedAt());
        deploy.setReceivedAt(receivedAt);
        deploy.setDeployId(tag.name());
        deploy.setAttempt(1);
        deploy.setRepositories(List.of());
        deploy.setEnvironment(ENVIRONMENT);
        deploy.setSha(tag.commit().sha());
        deploy.setState("finished");
        deploy.setOutcome("success");
        deploy.setFinishedAt(tag.finishedAt());
        return deploy;
    }

    private List<CommitPushed> parts(String kind, CommitNode after, Instant at, List<CommitNode> commits) {
        List<List<CommitNode>> parts = PushParts.split(commits, EventFactory::bytes);
        List<CommitPushed> pushes = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            CommitPushed push = push(after, at);
            push.setEventId(id(kind, after.sha() + ":" + (i + 1)));
            push.setPart(i + 1);
            push.setParts(parts.size());
            push.setCommits(parts.get(i).stream().map(EventFactory::commit).toList());
            pushes.add(push);
        }
        return pushes;
    }

    private CommitPushed push(CommitNode after, Instant at) {
        CommitPushed push = new CommitPushed();
        push.setSource(SOURCE);
        push.setRepository(repository);
        push.setOccurredAt(at);
        push.setReceivedAt(receivedAt);
        push.setDefaultBranch(main);
        push.setAfter(after.sha());
        return push;
    }

    private static Commit commit(CommitNode node) {
        Commit commit = new Commit();
        commit.setSha(node.sha());
        commit.setParents(node.parentShas());
        commit.setBroughtBy(node.landing == null ? null : node.landing.sha());
        commit.setAuthoredAt(instant(node.authored));
        commit.setCommittedAt(instant(node.committed));
        commit.setAuthor(node.notes.author());
        commit.setActorClass(node.notes.actorClass());
        commit.setAiEvidence(node.notes.aiEvidence());
        commit.setRequest(node.request);
        commit.setPickedFrom(node.notes.origins().pickedFrom());
        commit.setReverts(node.notes.origins().reverts());
        commit.setTrailers(node.notes.trailers());
        return commit;
    }

    private static int bytes(CommitNode commit) {
        return PushParts.bytes(commit.parents.length + commit.notes.origins().count(), commit.notes.trailers());
    }

    private static Instant instant(long seconds) {
        return seconds == CommitNode.UNKNOWN ? null : Instant.ofEpochSecond(seconds);
    }

    private String id(String kind, String entity) {
        return SOURCE + ":" + kind + ":" + repository + ":" + entity;
    }
}
