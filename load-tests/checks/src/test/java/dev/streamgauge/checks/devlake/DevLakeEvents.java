package dev.streamgauge.checks.devlake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.devlake.DevLake;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** DevLake's tables as our events, with nothing in them that the tables do not say. They say nothing of branches. */
final class DevLakeEvents {

    private DevLakeEvents() {}

    static List<SpecificRecord> of(DevLake tables) {
        Deployments deployments = Deployments.of(tables);
        Stream<ObjectNode> requests = Request.all(tables, deployments).flatMap(Request::events);
        return Stream.concat(requests, deployments.events())
                .map(DevLakeEvents::checked)
                .toList();
    }

    /** As a door would take it in. */
    private static SpecificRecord checked(ObjectNode event) {
        try {
            return EventJson.parse(event.toString());
        } catch (BadEventException e) {
            throw new IllegalArgumentException(event.toString(), e);
        }
    }
}
