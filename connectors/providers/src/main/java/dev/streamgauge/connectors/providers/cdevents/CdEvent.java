package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.cloudevents.CloudEvent;
import dev.streamgauge.connectors.providers.json.Json;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CDEvent. Context, subject and content have kept their names through all versions; what the body leaves out, the CloudEvent around it may say.
 *
 * @param subject what it is about: {@code pipelinerun}
 * @param predicate what happened to it: {@code finished}
 * @param time when it happened. Null: not said
 * @param body the whole CDEvent
 */
record CdEvent(String subject, String predicate, String id, Instant time, Json body) {

    /** {@code dev.cdevents.<subject>.<predicate>.<version>}; the version is of no interest. */
    private static final Pattern TYPE = Pattern.compile("dev\\.cdevents\\.([a-z]+)\\.([a-z]+)(\\..*)?");

    /** What a CloudEvent holds; null if it is no CDEvent. */
    static CdEvent of(CloudEvent event) throws UnmappableException {
        Json body = event.data();
        String said = body.textOrNull("context", "type");
        String type = said == null ? event.type() : said;
        if (type == null) {
            throw body.at("context", "type").missing("a text such as dev.cdevents.pipelinerun.finished.0.3.0");
        }
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            return null;
        }
        Instant stated = body.timeOrNull("context", "timestamp");
        String id = body.textOrNull("context", "id");
        return new CdEvent(
                matcher.group(1),
                matcher.group(2),
                id == null ? event.id() : id,
                stated == null ? event.time() : stated,
                body);
    }

    /** The event's name without its version: {@code pipelinerun.finished}. */
    String name() {
        return subject + "." + predicate;
    }

    boolean is(String what) {
        return predicate.equals(what);
    }

    Json content() {
        return body.at("subject", "content");
    }

    String subjectId() throws UnmappableException {
        return body.text("subject", "id");
    }

    /** A link for people: {@code uri}, or {@code url} before 0.4. */
    String link() {
        String uri = content().textOrNull("uri");
        return uri == null ? content().textOrNull("url") : uri;
    }
}
