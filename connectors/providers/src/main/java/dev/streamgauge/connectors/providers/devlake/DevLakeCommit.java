package dev.streamgauge.connectors.providers.devlake;

import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.time.Instant;
import java.util.Locale;

/**
 * A commit of a deployment, or the deployment itself: what a commit does not say, its deployment says for it.
 *
 * @param sha null only for a deployment that lists its commits
 */
record DevLakeCommit(
        String sha, String outcome, String environment, Instant createdAt, Instant startedAt, Instant finishedAt) {

    /**
     * What a commit says.
     *
     * @param whole the deployment, or null if this is the deployment
     */
    static DevLakeCommit of(Json json, DevLakeCommit whole) throws UnmappableException {
        String environment = json.textOrNull("environment");
        Instant created = Either.time(json, "createdDate", "create_time");
        Instant started = Either.time(json, "startedDate", "start_time");
        Instant finished = Either.time(json, "finishedDate", "end_time");
        if (whole == null) {
            String usual = environment == null ? "production" : environment; // as DevLake has it
            return new DevLakeCommit(null, outcome(json, "success"), usual, created, started, finished);
        }
        return new DevLakeCommit(
                sha(json),
                outcome(json, whole.outcome),
                whole.environment,
                or(created, whole.createdAt),
                or(started, whole.startedAt),
                or(finished, whole.finishedAt));
    }

    private static Instant or(Instant said, Instant otherwise) {
        return said == null ? otherwise : said;
    }

    private static String sha(Json json) throws UnmappableException {
        String[] name = Either.name(json, "commitSha", "commit_sha");
        String sha = Sha.full(json.text(name));
        if (sha == null) {
            throw json.at(name).bad("a full commit hash of 40 or 64 hexadecimal digits");
        }
        return sha;
    }

    private static String outcome(Json json, String usual) throws UnmappableException {
        String result = json.textOrNull("result");
        return switch (result == null ? "" : result.toUpperCase(Locale.ROOT)) {
            case "" -> usual;
            case "SUCCESS" -> "success";
            case "FAILURE", "TIMEOUT" -> "failure";
            case "ABORT" -> "cancelled";
            default -> throw json.at("result").bad("SUCCESS, FAILURE, TIMEOUT or ABORT");
        };
    }

    /** Of two commits of one repository, the one that finished later; of equal ones the other. */
    DevLakeCommit later(DevLakeCommit other) {
        boolean first = finishedAt != null && other.finishedAt != null && finishedAt.isAfter(other.finishedAt);
        return first ? this : other;
    }
}
