package dev.streamgauge.standalone.topics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Plans for scripts.
 *
 * @param prefix of the topics' names
 */
public record PlanJson(String prefix) {

    /** Creations, in their order. */
    public ArrayNode creations(List<Creation> creations) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Creation creation : creations) {
            ObjectNode one = all.addObject()
                    .put("topic", creation.topic().name(prefix))
                    .put("partitions", creation.partitions())
                    .put("replicas", creation.replicas().orElse(null));
            creation.topic().config().forEach(one.putObject("config")::put);
        }
        return all;
    }

    /** Drifts, in their order. */
    public ArrayNode drifts(List<Drift> drifts) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Drift drift : drifts) {
            all.addObject()
                    .put("topic", drift.topic().name(prefix))
                    .put("what", drift.what())
                    .put("is", drift.values().is())
                    .put("should_be", drift.values().should())
                    .put("dangerous", drift.harm().dangerous())
                    .put("means", drift.harm().means())
                    .put("applied", drift.isMended())
                    .put("remedy", drift.remedy().says());
        }
        return all;
    }
}
