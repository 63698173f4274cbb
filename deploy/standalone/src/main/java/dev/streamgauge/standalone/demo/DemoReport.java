package dev.streamgauge.standalone.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.standalone.report.Durations;
import dev.streamgauge.standalone.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the organisation achieved, in a few lines: medians over the facts. */
public final class DemoReport {

    private static final List<String> STAGES =
            Stream.of(Stage.values()).map(Stage::label).toList();

    private static final List<String> FACTS = List.of("changes", "deliveries", "deploys", "red_episodes");
    private static final List<String> AGGREGATES = List.of("main_branch", "flow", "deployments");

    private final Map<String, List<ObjectNode>> sections = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private DemoReport(Report report) throws IOException {
        for (String name : FACTS) {
            keep(report, name, row -> true);
        }
        for (String name : AGGREGATES) {
            keep(report, name, DemoReport::isOfWeekAndOrganisation);
        }
    }

    private void keep(Report report, String name, Predicate<ObjectNode> shown) throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        report.each(name, row -> {
            if (shown.test(row)) {
                rows.add(row);
            }
        });
        sections.put(name, rows);
    }

    private static boolean isOfWeekAndOrganisation(ObjectNode row) {
        return row.get("scope").asText().equals("organisation")
                && row.get("window").asText().equals("week");
    }

    /**
     * The report.
     *
     * @param firstOutput from the start of the process to the first result; null: there was none
     * @throws IOException if there is no place on the disk for the rows
     */
    public static String of(Report report, Duration firstOutput) throws IOException {
        DemoReport demo = new DemoReport(report);
        demo.line(
                "changes landed",
                "%,d",
                demo.count("changes", row -> !row.get("landed_at").isNull()));
        demo.line("deploys", "%,d", demo.rows("deploys").size());
        demo.line("deliveries to production", "%,d", demo.count("deliveries", DemoReport::toProduction));
        demo.line(
                "delivery lead time p50",
                "%s",
                demo.median("deliveries", "delivery_lead_time_ms", DemoReport::toProduction));
        demo.line(
                "change lead time p50",
                "%s",
                demo.median("deliveries", "change_lead_time_ms", DemoReport::toProduction));
        demo.line("bottleneck", "%s", demo.bottleneck());
        demo.line("main-branch success rate", "%s", demo.percent("main_branch", "successes", "count"));
        demo.line("green at first attempt", "%s", demo.percent("main_branch", "green_commits", "commits"));
        demo.line("flakes", "%,d", demo.weeks("main_branch", "flakes"));
        demo.line("red episodes", "%,d", demo.rows("red_episodes").size());
        demo.line(
                "still red",
                "%,d",
                demo.count("red_episodes", row -> row.get("ended_at").isNull()));
        demo.line("time to green p50", "%s", demo.median("red_episodes", "time_to_green_ms", row -> true));
        demo.line("change failure rate", "%s", demo.percent("deployments", "failed", "code_deployments"));
        demo.line("rework rate", "%s", demo.percent("deployments", "remediations", "deployments"));
        demo.line(
                "recovery p50",
                "%s",
                demo.median(
                        "deploys",
                        "recovery_ms",
                        row -> row.get("environment").asText().equals("production")));
        demo.line(
                "waiting for production",
                "%,d",
                demo.count("deliveries", row -> row.get("status").asText().equals("in_flight")));
        demo.line("dead letters", "%,d", report.deadLetters().total());
        demo.line(
                "cold start to first output",
                "%.1f s",
                firstOutput == null ? Double.NaN : firstOutput.toMillis() / 1000.0);
        return demo.text.toString();
    }

    private static boolean toProduction(ObjectNode delivery) {
        return delivery.get("environment").asText().equals("production")
                && delivery.get("status").asText().equals("delivered");
    }

    private List<ObjectNode> rows(String section) {
        return sections.get(section);
    }

    private long count(String section, Predicate<ObjectNode> counted) {
        return rows(section).stream().filter(counted).count();
    }

    private String median(String section, String field, Predicate<ObjectNode> counted) {
        long[] sorted = rows(section).stream()
                .filter(counted)
                .filter(row -> !row.get(field).isNull())
                .mapToLong(row -> row.get(field).asLong())
                .sorted()
                .toArray();
        return sorted.length == 0
                ? "no value"
                : "%s (n %,d)".formatted(Durations.words(sorted[(sorted.length - 1) / 2]), sorted.length);
    }

    private String percent(String section, String part, String whole) {
        long count = weeks(section, whole);
        return count == 0
                ? "no value"
                : String.format(Locale.ROOT, "%.1f %% (n %,d)", 100.0 * weeks(section, part) / count, count);
    }

    /** The stage that took most of the time to production, and its share. */
    private String bottleneck() {
        long total = weeks("flow", "total_ms");
        String greatest = STAGES.stream()
                .max(Comparator.comparingLong(stage -> weeks("flow", stage + "_ms")))
                .orElseThrow();
        return total == 0
                ? "no value"
                : String.format(
                        Locale.ROOT,
                        "%s (%.0f %% of the lead time)",
                        greatest,
                        100.0 * weeks("flow", greatest + "_ms") / total);
    }

    /** A sum over all weeks of all organisations; of lanes, those of production. */
    private long weeks(String section, String field) {
        return rows(section).stream()
                .filter(row -> !row.has("environment")
                        || row.get("environment").asText().equals("production"))
                .filter(row -> !row.has("ai_evidence")
                        || row.get("ai_evidence").asText().equals("*"))
                .mapToLong(row -> row.get(field).asLong())
                .sum();
    }

    private void line(String what, String form, Object value) {
        text.append(String.format(Locale.ROOT, "%-28s", what))
                .append(String.format(Locale.ROOT, form, value))
                .append('\n');
    }
}
