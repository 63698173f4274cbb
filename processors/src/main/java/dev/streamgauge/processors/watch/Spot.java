package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.rules.About;
import dev.streamgauge.processors.rules.Subject;
import java.util.List;

/** What is watched of a repository, a team or an organisation. */
record Spot(About about, List<String> parts) {

    static Spot queue(String queue, String label) {
        return new Spot(About.QUEUE, List.of(queue, label));
    }

    static Spot workflow(String workflow) {
        return new Spot(About.WORKFLOW, List.of(workflow));
    }

    static Spot lane(String service, String environment) {
        return new Spot(About.LANE, List.of(service, environment));
    }

    static Spot source(String source) {
        return new Spot(About.SOURCE, List.of(source));
    }

    static Spot of(Subject subject) {
        return new Spot(subject.about(), subject.parts());
    }
}
