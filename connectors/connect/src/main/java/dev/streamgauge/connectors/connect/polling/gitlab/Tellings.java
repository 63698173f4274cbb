package dev.streamgauge.connectors.connect.polling.gitlab;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.gitlab.Commits;
import dev.streamgauge.connectors.providers.gitlab.Deployments;
import dev.streamgauge.connectors.providers.gitlab.Issues;
import dev.streamgauge.connectors.providers.gitlab.Job;
import dev.streamgauge.connectors.providers.gitlab.Jobs;
import dev.streamgauge.connectors.providers.gitlab.MergeRequests;
import dev.streamgauge.connectors.providers.gitlab.Pipelines;
import dev.streamgauge.connectors.providers.gitlab.Project;
import dev.streamgauge.connectors.providers.gitlab.Reviews;
import dev.streamgauge.connectors.providers.gitlab.Run;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What the elements of GitLab's lists mean, with the calls for what the lists leave out. */
record Tellings(PolledProject project) {

    /** A merge request with its approvals, its comments and its commits: four more calls. */
    List<SpecificRecord> mergeRequest(Json mr, Project told)
            throws ApiException, UnmappableException, InterruptedException {
        String path = "/merge_requests/" + mr.text("iid");
        // The list lacks what only the request itself tells: when it was merged, by which commit.
        ReviewChanged request = MergeRequests.of(project.one(path), told);
        request.setReviews(reviews(path, told));
        List<Commit> commits = new ArrayList<>();
        for (Json commit : project.all(path + "/commits")) {
            commits.add(Commits.of(commit, told));
        }
        Collections.reverse(commits);
        Set<String> shas = new LinkedHashSet<>(request.getCommitShas());
        commits.forEach(commit -> shas.add(commit.getSha()));
        request.setCommitShas(List.copyOf(shas));
        return commits.isEmpty() ? List.of(request) : List.of(request, ofBranch(commits, request, told));
    }

    private List<Review> reviews(String path, Project told)
            throws ApiException, UnmappableException, InterruptedException {
        List<Review> reviews = new ArrayList<>(Reviews.ofApprovals(project.one(path + "/approvals"), told));
        for (Json note : project.all(path + "/notes?sort=asc&order_by=created_at")) {
            reviews.add(Reviews.ofNote(note, told));
        }
        reviews.removeIf(Objects::isNull);
        return reviews;
    }

    /** The commits of a request are told without a branch that moved: nobody says when which of them was pushed. */
    private static CommitPushed ofBranch(List<Commit> commits, ReviewChanged request, Project told) {
        CommitPushed push = told.stamp().push(told.repository(), request.getOccurredAt());
        push.setDefaultBranch(told.defaultBranch());
        push.setAfter(commits.get(commits.size() - 1).getSha());
        push.setCommits(commits);
        return push;
    }

    /** A pipeline with all attempts of its jobs: two more calls. */
    List<SpecificRecord> pipeline(Json listed, Project told)
            throws ApiException, UnmappableException, InterruptedException {
        String path = "/pipelines/" + listed.text("id");
        Json pipeline = project.one(path);
        Run run = Run.ofPipeline(pipeline, told);
        List<Json> jobs = new ArrayList<>(project.all(path + "/jobs?include_retried=true"));
        jobs.sort(Comparator.comparing(job -> Objects.requireNonNullElse(job.numberOrNull("id"), 0L)));
        Map<String, Job> latest = new LinkedHashMap<>();
        Map<String, Integer> attempts = new HashMap<>();
        List<SpecificRecord> builds = new ArrayList<>();
        for (Json each : jobs) {
            String name = each.text("name");
            latest.put(name, Job.of(each));
            builds.add(Jobs.of(Job.of(each), run, attempts.merge(name, 1, Integer::sum)));
        }
        builds.add(Pipelines.of(pipeline, run, List.copyOf(latest.values())));
        return builds;
    }

    List<SpecificRecord> deployment(Json deployment, Project told) throws UnmappableException {
        return told(Deployments.of(deployment, told));
    }

    List<SpecificRecord> issue(Json issue, Project told) throws UnmappableException {
        return told(Issues.of(issue, told));
    }

    private static List<SpecificRecord> told(SpecificRecord event) {
        return event == null ? List.of() : List.of(event);
    }
}
