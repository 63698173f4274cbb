package dev.streamgauge.connectors.providers.flux;

import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Flux object belongs. Its metadata hold the revision, and whatever the Alert's {@code eventMetadata} or the object's annotations
 * {@code event.toolkit.fluxcd.io/<name>} add: {@code repository}, {@code sha}, {@code service}, {@code environment}.
 *
 * @param object namespace and name
 * @param repository null: not said
 * @param sha null: not said; a chart's version and an image's digest are no commits
 */
record FluxNotes(String object, String repository, String sha, String service, String environment) {

    private static final Pattern REVISION =
            Pattern.compile("(?:.*@)?sha1:([0-9a-f]{40})|.*/([0-9a-f]{40})", Pattern.CASE_INSENSITIVE);

    static FluxNotes of(Json body, DoorRules rules) throws UnmappableException {
        String name = body.text("involvedObject", "name");
        String namespace = body.textOrNull("involvedObject", "namespace");
        String object = (namespace == null ? "" : namespace + "/") + name;
        Convention notes = new Convention(
                note -> metadata(body, note), rules.place("flux", object).orElse(null));
        String environment = notes.environment() == null ? namespace : notes.environment();
        if (environment == null) {
            throw body.at("involvedObject", "namespace").missing("a text");
        }
        String service = notes.service() == null ? name : notes.service();
        return new FluxNotes(object, notes.repository(), sha(body, notes), service, environment);
    }

    /** A key of the metadata, whatever group stands before it. */
    private static String metadata(Json body, String name) {
        for (String key : body.names("metadata")) {
            if (key.equals(name) || key.endsWith("/" + name)) {
                return body.textOrNull("metadata", key);
            }
        }
        return null;
    }

    /** Of an artifact from a registry the origin is the commit, and the revision but the artifact's digest. */
    private static String sha(Json body, Convention notes) {
        String noted = notes.sha();
        String origin = noted == null ? commit(metadata(body, "originRevision")) : noted;
        return origin == null ? commit(metadata(body, "revision")) : origin;
    }

    private static String commit(String revision) {
        Matcher matcher = REVISION.matcher(revision == null ? "" : revision);
        if (!matcher.matches()) {
            return null;
        }
        return Sha.full(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
