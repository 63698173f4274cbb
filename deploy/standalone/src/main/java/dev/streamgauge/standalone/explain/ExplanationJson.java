package dev.streamgauge.standalone.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.processors.explain.Addition;
import dev.streamgauge.processors.explain.Explanation;
import dev.streamgauge.processors.explain.Moment;
import dev.streamgauge.processors.explain.Reach;
import dev.streamgauge.processors.explain.Reason;
import dev.streamgauge.processors.explain.Relation;
import dev.streamgauge.processors.explain.StageLength;
import dev.streamgauge.processors.explain.Told;
import dev.streamgauge.schemas.json.RecordJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Explanations for programs, as docs/explain.md defines them. */
public final class ExplanationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** An explanation reads events; it cannot know how often a record was published. */
    private static final Set<String> UNKNOWN = Set.of("revision");

    private ExplanationJson() {}

    /** All of them. */
    public static ArrayNode of(List<Explanation> explanations) {
        return array(explanations, ExplanationJson::of);
    }

    private static ObjectNode of(Explanation explanation) {
        ObjectNode json = JSON.objectNode();
        json.put("kind", explanation.kind());
        json.put("repository", explanation.repository());
        json.put("id", explanation.id());
        json.put("summary", explanation.summary());
        json.set("facts", array(explanation.facts(), fact -> {
            ObjectNode node = JSON.objectNode().put("topic", fact.topic());
            node.set("record", RecordJson.toJson(fact.value(), UNKNOWN));
            return node;
        }));
        json.set("timeline", array(explanation.timeline(), ExplanationJson::of));
        json.set("deliveries", array(explanation.deliveries(), ExplanationJson::of));
        json.set("relations", array(explanation.relations(), ExplanationJson::of));
        json.set("counted", array(explanation.counted(), ExplanationJson::of));
        return json;
    }

    private static ObjectNode of(Moment moment) {
        ObjectNode json = JSON.objectNode();
        json.put("at", time(moment.at()));
        json.put("since_ms", moment.sinceMs());
        json.put("what", moment.what());
        ArrayNode gives = json.putArray("gives");
        moment.gives().forEach(gives::add);
        reason(moment.reason(), json);
        json.set("events", array(moment.told(), ExplanationJson::of));
        return json;
    }

    private static ObjectNode of(Told told) {
        return JSON.objectNode()
                .put("type", told.type())
                .put("source", told.source())
                .put("event_id", told.eventId())
                .put("origin", told.origin());
    }

    private static ObjectNode of(Reach reach) {
        ObjectNode json = JSON.objectNode();
        json.put("change", reach.change());
        json.put("service", reach.service());
        json.put("environment", reach.environment());
        json.put("status", reach.status());
        reason(reach.reason(), json);
        json.set("record", reach.record() == null ? JSON.nullNode() : RecordJson.toJson(reach.record(), UNKNOWN));
        json.set("stages", array(reach.stages(), ExplanationJson::of));
        return json;
    }

    private static ObjectNode of(StageLength stage) {
        return JSON.objectNode()
                .put("stage", stage.stage())
                .put("from", time(stage.from()))
                .put("until", time(stage.until()))
                .put("length_ms", stage.lengthMs())
                .put("share", stage.share())
                .put("occurred", stage.occurred())
                .put("because", stage.because());
    }

    private static ObjectNode of(Relation relation) {
        ObjectNode json = JSON.objectNode().put("to", relation.to());
        reason(relation.reason(), json);
        return json;
    }

    private static ObjectNode of(Addition addition) {
        ObjectNode json = JSON.objectNode().put("topic", addition.topic());
        ObjectNode key = json.putObject("key");
        addition.key().forEach(key::put);
        ObjectNode adds = json.putObject("adds");
        addition.adds().forEach(adds::put);
        return json;
    }

    private static void reason(Reason reason, ObjectNode json) {
        json.put("rule", reason.rule());
        json.put("because", reason.because());
    }

    private static <T> ArrayNode array(List<T> elements, Function<? super T, ObjectNode> form) {
        ArrayNode array = JSON.arrayNode(elements.size());
        elements.forEach(element -> array.add(form.apply(element)));
        return array;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
