package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.github.GitHubCommits;
import dev.streamgauge.connectors.providers.github.GitHubDeployments;
import dev.streamgauge.connectors.providers.github.GitHubIncidents;
import dev.streamgauge.connectors.providers.github.GitHubPushes;
import dev.streamgauge.connectors.providers.github.GitHubRepository;
import dev.streamgauge.connectors.providers.github.GitHubRequests;
import dev.streamgauge.connectors.providers.github.GitHubRuns;
import dev.streamgauge.connectors.providers.github.GitHubScene;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The functions that read the webhooks, for the objects of the API. */
record GitHubMapping(DoorRules rules) implements GitHubObjects {

    private static final String BRANCHES = "refs/heads/";

    private GitHubScene scene(Context context) throws UnmappableException {
        return new GitHubScene(context.stamp(), rules, GitHubRepository.of(context.repository(), rules));
    }

    @Override
    public List<SpecificRecord> pull(Json pull, PullParts parts, Context context) throws UnmappableException {
        GitHubScene scene = scene(context);
        ReviewChanged request = new GitHubRequests(scene).reviewed(pull, parts.reviews());
        List<Commit> commits = commits(parts.commits(), scene);
        request.setCommitShas(commits.stream().map(Commit::getSha).toList());
        request.setReadyAt(last("ready_for_review", parts.events()));
        request.setEnqueuedAt(last("added_to_merge_queue", parts.events()));
        setDequeued(request, parts.events());
        List<SpecificRecord> events = new ArrayList<>(List.of(request));
        if (!commits.isEmpty()) {
            events.addAll(ofBranch(commits, request, scene));
        }
        return events;
    }

    /** Leaving the queue for main is no eviction; nor is an earlier one the end of the last way in. */
    private static void setDequeued(ReviewChanged request, List<Json> events) throws UnmappableException {
        Instant left = last("removed_from_merge_queue", events);
        Instant entered = request.getEnqueuedAt();
        boolean out = left != null && request.getMergedAt() == null && (entered == null || !left.isBefore(entered));
        request.setDequeuedAt(out ? left : null);
    }

    /** The commits of a request are told without a branch that moved: nobody says when which of them was pushed. */
    private static List<? extends SpecificRecord> ofBranch(
            List<Commit> commits, ReviewChanged request, GitHubScene scene) {
        String head = commits.get(commits.size() - 1).getSha();
        return new GitHubPushes(scene).of(new GitHubPushes.Move(null, null, head, request.getOccurredAt()), commits);
    }

    private static Instant last(String kind, List<Json> events) throws UnmappableException {
        Instant last = null;
        for (Json event : events) {
            if (kind.equals(event.textOrNull("event"))) {
                Instant at = event.time("created_at");
                last = last == null || at.isAfter(last) ? at : last;
            }
        }
        return last;
    }

    private static List<Commit> commits(List<Json> commits, GitHubScene scene) throws UnmappableException {
        GitHubCommits mapper = new GitHubCommits(scene);
        List<Commit> mapped = new ArrayList<>();
        for (Json commit : commits) {
            mapped.add(mapper.ofApi(commit));
        }
        return mapped;
    }

    @Override
    public List<SpecificRecord> run(Json run, String workflow, Context context) throws UnmappableException {
        return List.of(new GitHubRuns(scene(context)).run(run, workflow));
    }

    @Override
    public List<SpecificRecord> job(Json job, Context context) throws UnmappableException {
        return List.of(new GitHubRuns(scene(context)).job(job));
    }

    @Override
    public List<SpecificRecord> deployment(Json deployment, List<Json> statuses, Context context)
            throws UnmappableException {
        GitHubDeployments mapper = new GitHubDeployments(scene(context));
        List<SpecificRecord> events = new ArrayList<>(List.of(mapper.deployment(deployment)));
        for (Json status : statuses) {
            if (!GitHubDeployments.isSuperseded(status)) {
                events.add(mapper.status(deployment, status));
            }
        }
        return events;
    }

    @Override
    public List<SpecificRecord> incident(Json issue, Context context) throws UnmappableException {
        GitHubIncidents mapper = new GitHubIncidents(scene(context));
        return mapper.isIncident(issue) ? List.of(mapper.incident(issue)) : List.of();
    }

    @Override
    public List<SpecificRecord> push(Json activity, List<Json> commits, Context context) throws UnmappableException {
        GitHubScene scene = scene(context);
        GitHubPushes.Move move = new GitHubPushes.Move(
                activity.text("ref").substring(BRANCHES.length()),
                Sha.full(activity.textOrNull("before")),
                Sha.full(activity.text("after")),
                activity.time("timestamp"));
        return List.copyOf(new GitHubPushes(scene).of(move, commits(commits, scene)));
    }
}
