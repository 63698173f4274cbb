package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What the objects of the REST API mean: the same functions that read the webhooks. */
interface GitHubObjects {

    /**
     * Where objects come from.
     *
     * @param repository the repository object
     * @param stamp of what was asked for
     */
    record Context(Json repository, Stamp stamp) {}

    /**
     * What GitHub tells of a pull request apart from it.
     *
     * @param events the events of its issue
     */
    record PullParts(List<Json> reviews, List<Json> commits, List<Json> events) {}

    /** A pull request. */
    List<SpecificRecord> pull(Json pull, PullParts parts, Context context) throws UnmappableException;

    /**
     * One attempt of a workflow run.
     *
     * @param workflow the workflow's name; null: it is gone
     */
    List<SpecificRecord> run(Json run, String workflow, Context context) throws UnmappableException;

    /** A job of one. */
    List<SpecificRecord> job(Json job, Context context) throws UnmappableException;

    /** A deployment with its statuses. */
    List<SpecificRecord> deployment(Json deployment, List<Json> statuses, Context context) throws UnmappableException;

    /** An issue; none if it is no incident. */
    List<SpecificRecord> incident(Json issue, Context context) throws UnmappableException;

    /** A push, as the activity of the repository tells of it, with the commits that it brought, oldest first. */
    List<SpecificRecord> push(Json activity, List<Json> commits, Context context) throws UnmappableException;
}
