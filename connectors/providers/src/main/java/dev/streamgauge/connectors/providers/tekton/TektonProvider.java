package dev.streamgauge.connectors.providers.tekton;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.cloudevents.CloudEvent;
import dev.streamgauge.connectors.providers.convention.BuildNotes;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CloudEvents {@code dev.tekton.event.(pipelinerun|taskrun).(started|running|unknown|successful|failed).v1}, each with the whole run: a snapshot. */
public final class TektonProvider implements Provider {

    private static final Pattern TYPE =
            Pattern.compile("dev\\.tekton\\.event\\.(pipelinerun|taskrun)\\.([a-z]+)(?:\\..*)?");

    @Override
    public String name() {
        return "tekton";
    }

    @Override
    public String deliveryId(Delivery delivery) {
        return CloudEvent.attribute(delivery, "id");
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> {
            CloudEvent event = CloudEvent.of(delivery, body);
            if (event.type() == null) {
                throw body.at("type").missing("a CloudEvent's type, here or in the header ce-type");
            }
            Matcher type = TYPE.matcher(event.type());
            return type.matches() ? map(event, type.group(1), stamp, rules) : new Mapped.Ignored("other");
        });
    }

    private static Mapped map(CloudEvent event, String kind, Stamp stamp, DoorRules rules) throws UnmappableException {
        boolean task = kind.equals("taskrun");
        TektonRun run = new TektonRun(event.data().at(task ? "taskRun" : "pipelineRun"), task, rules);
        String missing = BuildNotes.missing(run.notes());
        if (missing != null) {
            return new Mapped.Ignored(kind + "." + missing);
        }
        BuildChanged build = stamp.build(run.notes().repository(), run.latest());
        run.fill(build, rules);
        return Mapped.one(build);
    }
}
