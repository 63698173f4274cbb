package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import java.util.Optional;

/**
 * What a CDEvent says of repository and commit, for which most types have no field. In this order: {@code customData.streamgauge}, {@code customData}, the
 * tags of its links, the package URL of its artifact; then the place of the name that the event goes by.
 */
final class CdNotes {

    private final Json body;
    private final Purl artifact;

    private CdNotes(Json body) {
        this.body = body;
        this.artifact = Purl.of(body.textOrNull("subject", "content", "artifactId"));
    }

    /** The notes of an event, with the first of the names that has a place. */
    static Convention of(CdEvent event, DoorRules rules, String... names) {
        Optional<Place> place = Optional.empty();
        for (String name : names) {
            place = name == null || place.isPresent() ? place : rules.place("cdevents", name);
        }
        return new Convention(new CdNotes(event.body())::text, place.orElse(null));
    }

    private String text(String name) {
        String own = body.textOrNull("customData", "streamgauge", name);
        String custom = own == null ? body.textOrNull("customData", name) : own;
        String linked = custom == null ? tag(name) : custom;
        return linked == null ? ofArtifact(name) : linked;
    }

    private String tag(String name) {
        for (Json link : body.list("context", "links")) {
            String text = link.textOrNull("tags", name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String ofArtifact(String name) {
        return switch (name) {
            case "repository" -> artifact.repository();
            case "sha" -> artifact.sha();
            default -> null;
        };
    }
}
