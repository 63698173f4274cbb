package dev.streamgauge.checks.devlake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.devlake.DevLake;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DevLake's deployments. A lane is the same as there: {@code repo_url} is the repository, {@code cicd_scope_id} the service.
 * A deployed commit is told as one off main, whose parents are the commits that it brought and the one that it replaced.
 */
record Deployments(List<Map<String, String>> deployments, List<Map<String, String>> diffs) {

    static Deployments of(DevLake tables) {
        return new Deployments(tables.table("cicd_deployment_commits"), tables.table("commits_diffs"));
    }

    /** Without those that have no environment: such an event would be refused, and DevLake passes over them too. */
    Stream<ObjectNode> events() {
        return deployments.stream()
                .filter(deployment -> !deployment.get("environment").isEmpty())
                .flatMap(deployment -> Stream.of(commit(deployment), deploy(deployment)));
    }

    /** Where a deployment, of whatever outcome, holds this commit. */
    Optional<String> repositoryOf(String commit) {
        return diffs.stream()
                .filter(diff -> diff.get("commit_sha").equals(commit))
                .flatMap(diff -> with("commit_sha", diff.get("new_commit_sha")))
                .map(deployment -> deployment.get("repo_url"))
                .findFirst();
    }

    private ObjectNode commit(Map<String, String> deployment) {
        String sha = Told.sha(deployment.get("commit_sha"));
        ObjectNode push = Told.event("CommitPushed", deployment.get("repo_url"), deployment.get("started_date"))
                .put("after", sha);
        ObjectNode commit = push.putArray("commits").addObject().put("sha", sha);
        List<String> known = parents(deployment);
        if (!known.isEmpty()) {
            ArrayNode parents = commit.putArray("parents");
            known.forEach(parents::add);
        }
        return push;
    }

    private List<String> parents(Map<String, String> deployment) {
        String replaced = with("id", deployment.get("prev_success_deployment_commit_id"))
                .map(other -> other.get("commit_sha"))
                .findFirst()
                .orElse("");
        Stream<String> brought = diffs.stream()
                .filter(diff -> diff.get("new_commit_sha").equals(deployment.get("commit_sha")))
                .filter(diff -> diff.get("old_commit_sha").equals(replaced))
                .map(diff -> diff.get("commit_sha"));
        return Stream.concat(brought, Stream.of(replaced))
                .filter(commit -> !commit.isEmpty())
                .map(Told::sha)
                .toList();
    }

    private Stream<Map<String, String>> with(String column, String value) {
        return deployments.stream().filter(row -> row.get(column).equals(value));
    }

    private static ObjectNode deploy(Map<String, String> deployment) {
        return Told.event("DeployChanged", deployment.get("repo_url"), deployment.get("finished_date"))
                .put("deploy_id", deployment.get("id"))
                .put("service", deployment.get("cicd_scope_id"))
                .put("environment", deployment.get("environment").toLowerCase(Locale.ROOT))
                .put("sha", Told.sha(deployment.get("commit_sha")))
                .put("state", "finished")
                .put("outcome", deployment.get("result").toLowerCase(Locale.ROOT))
                .put("started_at", Told.time(deployment.get("started_date")))
                .put("finished_at", Told.time(deployment.get("finished_date")));
    }
}
