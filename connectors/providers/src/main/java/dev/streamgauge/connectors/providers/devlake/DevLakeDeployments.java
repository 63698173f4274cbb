package dev.streamgauge.connectors.providers.devlake;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.schemas.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A deployment: one event for each repository that it carries, all with the same identifier. Of several commits of one repository the last to finish counts, of equal ones the last in the list. */
final class DevLakeDeployments {

    private final Stamp stamp;
    private final DoorRules rules;
    private final DevLakePath path;

    DevLakeDeployments(Stamp stamp, DoorRules rules, DevLakePath path) {
        this.stamp = stamp;
        this.rules = rules;
        this.path = path;
    }

    Mapped posted(Json body) throws UnmappableException {
        Map<String, DevLakeCommit> commits = commits(body);
        String id = id(body, commits);
        List<String> all = commits.size() == 1 ? List.of() : List.copyOf(commits.keySet());
        return new Mapped.Events(commits.entrySet().stream()
                .map(entry -> deploy(entry.getKey(), entry.getValue(), id, all))
                .toList());
    }

    private Map<String, DevLakeCommit> commits(Json body) throws UnmappableException {
        DevLakeCommit whole = DevLakeCommit.of(body, null);
        String[] list = Either.name(body, "deploymentCommits", "deployment_commits");
        List<Json> commits = body.has(list) ? body.list(list) : List.of(body);
        if (commits.isEmpty()) {
            throw body.at(list).missing("a list of at least one commit");
        }
        Map<String, DevLakeCommit> byRepository = new TreeMap<>();
        for (Json commit : commits) {
            byRepository.merge(repository(commit), DevLakeCommit.of(commit, whole), DevLakeCommit::later);
        }
        return byRepository;
    }

    private String repository(Json commit) throws UnmappableException {
        String[] name = Either.name(commit, "repoUrl", "repo_url");
        String url = commit.text(name);
        String repository = Convention.repository(url);
        if (repository == null) {
            repository = rules.place("devlake", url).map(Place::repository).orElse(null);
        }
        if (repository == null) {
            throw commit.at(name).bad("the URL of a repository, or a name that has a place in doors.yaml");
        }
        return repository;
    }

    /** DevLake's older form has none of its own: then it is made of what makes it that deployment. */
    private static String id(Json body, Map<String, DevLakeCommit> commits) {
        String id = Either.text(body, "id", "pipelineId", "pipeline_id");
        return id == null ? ContentHash.of(commits.toString().getBytes(StandardCharsets.UTF_8)) : id;
    }

    private DeployChanged deploy(String repository, DevLakeCommit commit, String id, List<String> all) {
        Instant occurred = commit.finishedAt();
        DeployChanged deploy = stamp.deploy(repository, occurred);
        deploy.setDeployId(id);
        deploy.setRepositories(all);
        deploy.setService(
                path.connection() == null
                        ? null
                        : rules.place("devlake", path.connection())
                                .map(Place::service)
                                .orElse(null));
        deploy.setEnvironment(commit.environment().toLowerCase(Locale.ROOT));
        deploy.setSha(commit.sha());
        deploy.setState("finished");
        deploy.setOutcome(commit.outcome());
        deploy.setCreatedAt(commit.createdAt());
        deploy.setStartedAt(commit.startedAt());
        deploy.setFinishedAt(occurred);
        return deploy;
    }
}
