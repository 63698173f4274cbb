package dev.streamgauge.connectors.connect.polling.gitlab;

import dev.streamgauge.connectors.connect.polling.UsualListing;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.gitlab.Project;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A list of a project's things, what was updated last first. */
final class ProjectListing extends UsualListing {

    private final PolledProject project;
    private final String path;
    private final Telling telling;

    /** What an element of a list means. */
    @FunctionalInterface
    interface Telling {
        List<SpecificRecord> of(Json item, Project project)
                throws ApiException, UnmappableException, InterruptedException;
    }

    /** The list at a path, which takes {@code updated_after} and is ordered by {@code updated_at}. */
    ProjectListing(PolledProject project, String stream, String path, Telling telling) {
        super(project.api(), project.stream(stream));
        this.project = project;
        this.path = path;
        this.telling = telling;
    }

    @Override
    public URI firstPage(Instant since) {
        String from =
                since == null ? "" : "&updated_after=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8);
        return project.at(path + (path.contains("?") ? "&" : "?") + "order_by=updated_at&sort=desc&per_page=50" + from);
    }

    @Override
    public List<SpecificRecord> events(Json item) throws ApiException, UnmappableException, InterruptedException {
        return telling.of(item, project.told(id(), version(item)));
    }
}
