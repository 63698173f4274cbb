package dev.streamgauge.connectors.connect.polling.gitlab;

import dev.streamgauge.connectors.connect.polling.UsualListing;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.gitlab.Commits;
import dev.streamgauge.connectors.providers.gitlab.Project;
import dev.streamgauge.connectors.providers.gitlab.Pushes;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Pushes to the default branch, from the project's events: as the hook, they say before and after, and better than the hook, when. */
final class Landings extends UsualListing {

    private final PolledProject project;

    Landings(PolledProject project) {
        super(project.api(), project.stream("landings"));
        this.project = project;
    }

    /** The list is asked for by days, without the day that is named. */
    @Override
    public URI firstPage(Instant since) {
        String after = since == null
                ? ""
                : "&after=" + LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(1);
        return project.at("/events?action=pushed&sort=desc&per_page=100" + after);
    }

    @Override
    public Instant changedAt(Json push) throws UnmappableException {
        return push.time("created_at");
    }

    @Override
    public String version(Json push) {
        return push.textOrNull("id") + "@" + push.textOrNull("created_at") + ":"
                + push.textOrNull("push_data", "commit_to");
    }

    @Override
    public List<SpecificRecord> events(Json push) throws ApiException, UnmappableException, InterruptedException {
        Json data = push.at("push_data");
        String to = Sha.full(data.textOrNull("commit_to"));
        boolean main = "branch".equals(data.textOrNull("ref_type"))
                && data.has("ref")
                && data.textOrNull("ref").equals(project.defaultBranch());
        if (!main || to == null) {
            return List.of();
        }
        Project told = project.told(id(), version(push));
        CommitPushed landing = Pushes.ofEvent(push, told, commits(Sha.full(data.textOrNull("commit_from")), to, told));
        return landing == null ? List.of() : List.of(landing);
    }

    private List<Commit> commits(String from, String to, Project told)
            throws ApiException, UnmappableException, InterruptedException {
        List<Commit> commits = new ArrayList<>();
        if (from == null) {
            commits.add(Commits.of(project.one("/repository/commits/" + to), told));
        } else {
            Json compared = project.one("/repository/compare?from=" + from + "&to=" + to);
            for (Json commit : compared.list("commits")) {
                commits.add(Commits.of(commit, told));
            }
        }
        return Git.oldestFirst(commits, to, Commit::getSha);
    }
}
