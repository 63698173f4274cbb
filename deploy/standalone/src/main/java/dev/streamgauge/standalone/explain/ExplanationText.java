package dev.streamgauge.standalone.explain;

import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.processors.explain.Explanation;
import dev.streamgauge.processors.explain.Moment;
import dev.streamgauge.processors.explain.Reach;
import dev.streamgauge.processors.explain.Reason;
import dev.streamgauge.processors.explain.Relation;
import dev.streamgauge.processors.explain.StageLength;
import dev.streamgauge.processors.explain.Told;
import dev.streamgauge.standalone.cli.TableWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An explanation for people. All times are UTC. */
public final class ExplanationText {

    private static final int SHOWN_OF_ID = 16;

    private final Explanation explanation;
    private final StringBuilder out = new StringBuilder();

    private ExplanationText(Explanation explanation) {
        this.explanation = explanation;
    }

    /** The explanation, each line with its end. */
    public static String of(Explanation explanation) {
        ExplanationText text = new ExplanationText(explanation);
        text.out.append(explanation.summary()).append('\n');
        text.timeline();
        text.deliveries();
        explanation.deliveries().stream()
                .filter(reach -> !reach.stages().isEmpty())
                .forEach(text::stages);
        text.relations();
        text.section("Counted in", CountedText.of(explanation.counted()));
        return text.out.toString();
    }

    private void timeline() {
        TableWriter table = new TableWriter("time (UTC)", "after", "what happened", "gives", "rule", "told by");
        Set<Reason> reasons = new LinkedHashSet<>();
        for (Moment moment : explanation.timeline()) {
            reasons.add(moment.reason());
            table.row(
                    time(moment.at()),
                    Lengths.words(moment.sinceMs()),
                    moment.what(),
                    String.join(", ", moment.gives()),
                    moment.reason().rule(),
                    told(moment.told()));
        }
        section("Timeline", table);
        TableWriter rules = new TableWriter("rule", "because");
        reasons.forEach(reason -> rules.row(reason.rule(), reason.because()));
        section("Rules of the timeline", rules);
    }

    private static String told(List<Told> told) {
        Told first = told.get(0);
        String id = first.eventId();
        return first.source() + " " + (id.length() > SHOWN_OF_ID ? id.substring(0, SHOWN_OF_ID) + "…" : id)
                + (told.size() == 1 ? "" : " and " + (told.size() - 1) + " more");
    }

    private void deliveries() {
        TableWriter table = new TableWriter(
                "change", "lane", "status", "delivery lead time", "change lead time", "left out", "rule", "because");
        for (Reach reach : explanation.deliveries()) {
            Delivery record = reach.record();
            table.row(
                    reach.change(),
                    reach.service() + "/" + reach.environment(),
                    reach.status(),
                    record == null ? null : Lengths.words(record.getDeliveryLeadTimeMs()),
                    record == null ? null : Lengths.words(record.getChangeLeadTimeMs()),
                    record == null || record.getExcluded().isEmpty() ? null : String.join(", ", record.getExcluded()),
                    reach.reason().rule(),
                    reach.reason().because());
        }
        section("Deliveries", table);
    }

    private void stages(Reach reach) {
        TableWriter table = new TableWriter("stage", "from", "length", "ms", "share", "because");
        long sum = 0;
        for (StageLength stage : reach.stages()) {
            sum += stage.lengthMs();
            table.row(
                    stage.stage(),
                    time(stage.from()),
                    Lengths.words(stage.lengthMs()),
                    stage.lengthMs(),
                    stage.share() == null ? null : String.format(Locale.ROOT, "%.1f %%", 100 * stage.share()),
                    stage.because());
        }
        table.row("all", time(reach.stages().get(0).from()), Lengths.words(sum), sum, null, "the change lead time");
        part(table, "of merge", reach.record().getMergeQueueMs(), "in the merge queue");
        part(table, "of deploy_wait", reach.record().getApprovalWaitMs(), "at an approval");
        section("Stages of %s to %s/%s".formatted(reach.change(), reach.service(), reach.environment()), table);
    }

    private static void part(TableWriter table, String stage, Long lengthMs, String what) {
        if (lengthMs != null) {
            table.row(stage, null, Lengths.words(lengthMs), lengthMs, null, what);
        }
    }

    private void relations() {
        TableWriter table = new TableWriter("what", "rule", "because");
        for (Relation relation : explanation.relations()) {
            table.row(relation.to(), relation.reason().rule(), relation.reason().because());
        }
        section("Joined to", table);
    }

    private void section(String title, TableWriter table) {
        if (!table.isEmpty()) {
            out.append('\n').append(title).append('\n').append(table.toString().indent(2));
        }
    }

    /** 2026-03-02 08:00:00, with milliseconds only where there are some. */
    private static String time(Instant at) {
        return at.toString().replace('T', ' ').replace("Z", "");
    }
}
