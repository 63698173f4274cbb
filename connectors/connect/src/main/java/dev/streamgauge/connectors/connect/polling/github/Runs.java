package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.Windowed;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Workflow runs, each attempt with its jobs. Of what is filtered by time GitHub gives 1,000 at most. */
final class Runs implements Windowed {

    private static final int CEILING = 1_000;

    private final Repo repo;
    private final GitHubObjects objects;
    private final Map<String, String> workflows = new HashMap<>();

    Runs(Repo repo, GitHubObjects objects) {
        this.repo = repo;
        this.objects = objects;
    }

    @Override
    public StreamId id() {
        return repo.stream("runs");
    }

    @Override
    public int ceiling() {
        return CEILING;
    }

    @Override
    public URI firstPage(Instant from, Instant to) {
        return repo.api().at(repo.path("/actions/runs?per_page=100&created=" + from + ".." + to));
    }

    @Override
    public ApiReply page(URI address) throws ApiException, InterruptedException {
        return repo.api().get(address, null);
    }

    @Override
    public Integer total(ApiReply page) {
        return page.body() == null ? null : page.body().countOrNull("total_count");
    }

    @Override
    public List<Json> items(ApiReply page) {
        return page.body() == null ? List.of() : page.body().list("workflow_runs");
    }

    @Override
    public String key(Json run) {
        return run.textOrNull("id");
    }

    @Override
    public String version(Json run) {
        return run.textOrNull("id") + "/" + run.textOrNull("run_attempt") + "@" + run.textOrNull("updated_at");
    }

    @Override
    public boolean ended(Json run) {
        return "completed".equals(run.textOrNull("status"));
    }

    @Override
    public Json again(String key) throws ApiException, InterruptedException {
        return repo.api().get(repo.path("/actions/runs/" + key)).body();
    }

    @Override
    public List<SpecificRecord> events(Json run) throws ApiException, UnmappableException, InterruptedException {
        Integer latest = run.countOrNull("run_attempt");
        List<SpecificRecord> events = new ArrayList<>();
        for (int attempt = 1; latest != null && attempt < latest; attempt++) {
            events.addAll(attempt(repo.api().get(attemptPath(run, attempt)).body(), attempt));
        }
        events.addAll(attempt(run, latest == null ? 1 : latest));
        return events;
    }

    private List<SpecificRecord> attempt(Json run, int attempt)
            throws ApiException, UnmappableException, InterruptedException {
        GitHubObjects.Context context = repo.context(id(), version(run));
        List<SpecificRecord> events = new ArrayList<>(objects.run(run, workflow(run), context));
        for (Json job : Pages.all(repo.api(), attemptPath(run, attempt) + "/jobs?per_page=100", "jobs")) {
            events.addAll(objects.job(job, context));
        }
        return events;
    }

    /** A run may have a name of its own; webhooks tell the workflow's beside it. */
    private String workflow(Json run) throws ApiException, InterruptedException {
        String id = run.textOrNull("workflow_id");
        if (id != null && !workflows.containsKey(id)) {
            workflows.put(id, nameOf(id));
        }
        return workflows.get(id);
    }

    private String nameOf(String workflow) throws ApiException, InterruptedException {
        try {
            return repo.api()
                    .get(repo.path("/actions/workflows/" + workflow))
                    .body()
                    .textOrNull("name");
        } catch (ApiException.Refused e) {
            return null; // Its file was deleted.
        }
    }

    private String attemptPath(Json run, int attempt) throws UnmappableException {
        return repo.path("/actions/runs/" + run.text("id") + "/attempts/" + attempt);
    }
}
