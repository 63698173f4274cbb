package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.connectors.providers.commits.CommitNotes;
import dev.streamgauge.connectors.providers.commits.MessageReader;
import dev.streamgauge.connectors.providers.commits.People;
import dev.streamgauge.connectors.providers.commits.Person;
import dev.streamgauge.connectors.providers.commits.RequestNumber;
import dev.streamgauge.events.v1.Commit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rules as a file says them. */
final class ConfiguredRules implements DoorRules {

    private final ActorRules actors;
    private final RequestRules requests;
    private final IncidentRules incidents;
    private final RepositoryRules repositories;
    private final MessageReader messages;

    ConfiguredRules(DoorsFile file) {
        this.actors = new ActorRules(file.accounts(), file.aiEvidence());
        String key = file.people().key();
        this.messages =
                new MessageReader(actors.signs(), key == null ? People.anonymous() : People.identifiedWith(key));
        this.requests = new RequestRules(file, actors, messages);
        this.incidents = new IncidentRules(file.incidents());
        this.repositories = new RepositoryRules(file);
    }

    @Override
    public String actorClass(Account account) {
        return actors.classOf(account);
    }

    @Override
    public String evidence(RequestText request) {
        return requests.evidence(request);
    }

    @Override
    public boolean isHotfix(RequestText request) {
        return requests.isHotfix(request);
    }

    @Override
    public String revertsRequest(RequestText request, String repository) {
        return RevertedRequest.in(request.description(), repository);
    }

    @Override
    public boolean isIncident(List<String> labels) {
        return incidents.isIncident(labels);
    }

    @Override
    public Concern concern(List<String> labels) {
        return incidents.concern(labels);
    }

    @Override
    public Commit commit(String repository, CommitText text) {
        String message = Objects.requireNonNullElse(text.message(), "");
        CommitNotes notes = messages.read(Person.of(text.authorName(), text.authorEmail()), message);
        String account = actors.classOf(text.account());
        Commit commit = new Commit();
        commit.setSha(text.sha());
        commit.setParents(text.parents());
        commit.setAuthoredAt(text.authoredAt());
        commit.setCommittedAt(text.committedAt());
        commit.setAuthor(
                text.account().id() == null ? notes.author() : text.account().id());
        commit.setActorClass("agent".equals(account) || notes.actorClass() == null ? account : notes.actorClass());
        commit.setAiEvidence("agent".equals(account) ? "agent-authored" : notes.aiEvidence());
        commit.setRequest(RequestNumber.in(message));
        commit.setServices(repositories.services(repository, text.paths()));
        commit.setPickedFrom(notes.origins().pickedFrom());
        commit.setReverts(notes.origins().reverts());
        commit.setTrailers(notes.trailers());
        return commit;
    }

    @Override
    public MessageReader messages() {
        return messages;
    }

    @Override
    public Optional<Place> place(String provider, String name) {
        return repositories.place(provider, name);
    }

    @Override
    public String defaultBranch(String repository) {
        return repositories.defaultBranch(repository);
    }

    @Override
    public String releaseEnvironment(String repository) {
        return repositories.releaseEnvironment(repository);
    }
}
