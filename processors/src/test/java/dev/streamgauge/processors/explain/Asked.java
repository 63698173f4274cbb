package dev.streamgauge.processors.explain;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.List;

/** An explainer that has heard a story, asked in short: what it answers is told without the repository and the date. */
final class Asked {

    private final Explainer explainer = new Explainer(Story.SHOP, Definitions.DEFAULT);

    static Asked of(Telling... events) {
        return of(List.of(events));
    }

    static Asked of(List<? extends Telling> events) {
        Asked asked = new Asked();
        events.forEach(each -> asked.explainer.hear(each.event(), null));
        return asked;
    }

    Explanation request(String number) throws UnknownSubjectException {
        return explain(new Subject.Request(Story.SHOP, number)).get(0);
    }

    Explanation deploy(String name) throws UnknownSubjectException {
        return explain(new Subject.Deployment(Story.SHOP, name)).get(0);
    }

    Explanation incident(String name) throws UnknownSubjectException {
        return explain(new Subject.Trouble(Story.SHOP, name)).get(0);
    }

    Explanation episode(String name) throws UnknownSubjectException {
        return explain(new Subject.RedEpisode(Story.SHOP, name)).get(0);
    }

    List<Explanation> commit(String prefix) throws UnknownSubjectException {
        return explain(new Subject.Commit(Story.SHOP, prefix));
    }

    List<Explanation> explain(Subject subject) throws UnknownSubjectException {
        return explainer.explain(subject);
    }

    /** "09:00 landed on main: a1 [landed_at] merge_sha". */
    static List<String> timeline(Explanation explanation) {
        return explanation.timeline().stream()
                .map(moment -> "%s %s%s %s"
                        .formatted(
                                shortened(moment.at().toString()),
                                moment.what(),
                                moment.gives().isEmpty() ? "" : " " + moment.gives(),
                                moment.reason().rule()))
                .toList();
    }

    /** "#1 shop/production delivered position". */
    static List<String> deliveries(Explanation explanation) {
        return explanation.deliveries().stream()
                .map(reach -> "%s %s/%s %s %s"
                        .formatted(
                                shortened(reach.change()),
                                reach.service(),
                                reach.environment(),
                                reach.status(),
                                reach.reason().rule()))
                .toList();
    }

    /** "commit a1: merge_sha". */
    static List<String> relations(Explanation explanation) {
        return explanation.relations().stream()
                .map(relation ->
                        shortened(relation.to()) + ": " + relation.reason().rule())
                .toList();
    }

    static String shortened(String text) {
        return text.replace(Story.SHOP, "").replace("2026-03-02T", "").replaceAll(":00Z", "");
    }
}
