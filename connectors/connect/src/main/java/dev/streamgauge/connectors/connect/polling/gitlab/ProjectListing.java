package dev.streamgauge.connectors.connect.polling.gitlab;

import dev.streamgauge.connectors.connect.polling.Listing;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.gitlab.Project;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A list of a project's things, what was updated last first. */
final class ProjectListing implements Listing {

    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final PolledProject project;
    private final String stream;
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
        this.project = project;
        this.stream = stream;
        this.path = path;
        this.telling = telling;
    }

    @Override
    public StreamId id() {
        return project.stream(stream);
    }

    @Override
    public URI firstPage(Instant since) {
        String from =
                since == null ? "" : "&updated_after=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8);
        return project.at(path + (path.contains("?") ? "&" : "?") + "order_by=updated_at&sort=desc&per_page=50" + from);
    }

    @Override
    public ApiReply page(URI address, String etag) throws ApiException, InterruptedException {
        return project.api().get(address, etag);
    }

    @Override
    public Instant changedAt(Json item) throws UnmappableException {
        return item.time("updated_at");
    }

    @Override
    public String version(Json item) {
        return item.textOrNull("id") + "@" + item.textOrNull("updated_at");
    }

    @Override
    public List<SpecificRecord> events(Json item) throws ApiException, UnmappableException, InterruptedException {
        return telling.of(item, project.told(id(), version(item)));
    }

    @Override
    public Duration overlap() {
        return OVERLAP;
    }
}
