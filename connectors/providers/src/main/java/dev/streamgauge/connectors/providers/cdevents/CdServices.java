package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.BuildNotes;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.Set;

/** A service that was deployed, upgraded or rolled back is a successful deploy, done when the event says. CDEvents have no word for one that is under way or has failed. */
final class CdServices {

    private static final Set<String> DEPLOYS = Set.of("deployed", "upgraded", "rolledback");

    private final Stamp stamp;
    private final DoorRules rules;

    CdServices(Stamp stamp, DoorRules rules) {
        this.stamp = stamp;
        this.rules = rules;
    }

    Mapped service(CdEvent event) throws UnmappableException {
        if (!DEPLOYS.contains(event.predicate())) {
            return new Mapped.Ignored(event.name());
        }
        String service = event.subjectId();
        Convention notes = CdNotes.of(event, rules, service);
        String missing = BuildNotes.missing(notes);
        if (missing != null) {
            return new Mapped.Ignored(event.name() + "." + missing);
        }
        DeployChanged deploy = stamp.deploy(notes.repository(), event.time());
        deploy.setDeployId(deployId(event, notes));
        deploy.setService(notes.service() == null ? service : notes.service());
        String environment = notes.environment();
        deploy.setEnvironment(environment == null ? event.content().text("environment", "id") : environment);
        deploy.setSha(notes.sha());
        deploy.setState("finished");
        deploy.setOutcome("success");
        deploy.setFinishedAt(event.time());
        deploy.setUrl(event.link());
        return Mapped.one(deploy);
    }

    /** Each event is a deploy of its own, unless the notes say which one it belongs to. */
    private static String deployId(CdEvent event, Convention notes) throws UnmappableException {
        String noted = notes.text("deploy_id");
        if (noted == null && event.id() == null) {
            throw event.body().at("context", "id").missing("a text");
        }
        return noted == null ? event.id() : noted;
    }
}
