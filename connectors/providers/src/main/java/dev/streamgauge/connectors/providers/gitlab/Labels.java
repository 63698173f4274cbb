package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.json.Json;
import java.util.List;
import java.util.Objects;

/** The labels of a request or an issue. */
final class Labels {

    private Labels() {}

    /** Their names: a hook writes objects with a title, the REST API texts, or objects with a name. */
    static List<String> of(Json labelled) {
        return labelled.list("labels").stream()
                .map(Labels::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String name(Json label) {
        if (label.has("title")) {
            return label.textOrNull("title");
        }
        return label.has("name") ? label.textOrNull("name") : label.textOrNull();
    }
}
