package dev.streamgauge.checks.devlake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.devlake.DevLake;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of DevLake's pull requests, with its commits and comments. It belongs where a deployment holds its merge commit, which is a
 * landing. DevLake knows no drafts: what is created is ready. Comments are taken for reviews by people.
 */
record Request(
        Map<String, String> row,
        String repository,
        List<Map<String, String>> commits,
        List<Map<String, String>> comments) {

    static Stream<Request> all(DevLake tables, Deployments deployments) {
        List<Map<String, String>> commits = tables.table("pull_request_commits");
        List<Map<String, String>> comments = tables.table("pull_request_comments");
        return tables.table("pull_requests").stream()
                .map(row -> new Request(
                        row,
                        deployments.repositoryOf(row.get("merge_commit_sha")).orElse(row.get("base_repo_id")),
                        of(row, commits),
                        of(row, comments)));
    }

    private static List<Map<String, String>> of(Map<String, String> request, List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> row.get("pull_request_id").equals(request.get("id")))
                .toList();
    }

    Stream<ObjectNode> events() {
        return Stream.of(
                        Stream.of(this)
                                .filter(request -> !request.commits.isEmpty())
                                .map(Request::branch),
                        Stream.of(this).filter(Request::isMerged).map(Request::landing),
                        Stream.of(isMerged() ? merged() : opened()))
                .flatMap(events -> events);
    }

    private boolean isMerged() {
        return !row.get("merged_date").isEmpty();
    }

    private ObjectNode branch() {
        ObjectNode push = push(row.get("id"), "created_date");
        ArrayNode pushed = push.putArray("commits");
        for (Map<String, String> commit : commits) {
            String sha = Told.sha(commit.get("commit_sha"));
            pushed.addObject().put("sha", sha).put("authored_at", Told.time(commit.get("commit_authored_date")));
            push.put("after", sha);
        }
        return push;
    }

    private ObjectNode landing() {
        String sha = Told.sha(row.get("merge_commit_sha"));
        ObjectNode push = push("main", "merged_date").put("after", sha);
        push.putArray("commits").addObject().put("sha", sha);
        return push;
    }

    private ObjectNode push(String branch, String at) {
        return Told.event("CommitPushed", repository, row.get(at))
                .put("branch", branch)
                .put("default_branch", "main");
    }

    private ObjectNode opened() {
        return review("created_date").put("state", "open");
    }

    private ObjectNode merged() {
        return review("merged_date")
                .put("state", "merged")
                .put("merged_at", Told.time(row.get("merged_date")))
                .put("merge_sha", Told.sha(row.get("merge_commit_sha")));
    }

    private ObjectNode review(String at) {
        String created = Told.time(row.get("created_date"));
        ObjectNode review = Told.event("ReviewChanged", repository, row.get(at))
                .put("request", number(row.get("id")))
                .put("author", row.get("author_id").isEmpty() ? null : row.get("author_id"))
                .put("target_branch", "main")
                .put("default_branch", "main")
                .put("opened_at", created)
                .put("ready_at", created);
        ArrayNode shas = review.putArray("commit_shas");
        commits.forEach(commit -> shas.add(Told.sha(commit.get("commit_sha"))));
        ArrayNode reviews = review.putArray("reviews");
        comments.forEach(comment -> reviewed(comment, reviews.addObject()));
        return review;
    }

    private static void reviewed(Map<String, String> comment, ObjectNode review) {
        review.put("reviewer", comment.get("account_id"))
                .put("actor_class", "human")
                .put("state", "commented")
                .put("submitted_at", Told.time(comment.get("created_date")));
    }

    /** pr5 is number 5. */
    static String number(String id) {
        return id.replace("pr", "");
    }
}
