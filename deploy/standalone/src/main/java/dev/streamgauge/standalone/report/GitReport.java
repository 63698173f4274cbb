package dev.streamgauge.standalone.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.benchmarks.Benchmarks;
import dev.streamgauge.benchmarks.Position;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.processors.aggregates.Summary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The delivery numbers of one repository over all its history, summed from facts and weekly aggregates. */
public final class GitReport {

    private static final int[] PERCENTILES = {50, 75, 90, 95};

    private final String repository;
    private long landings;
    private long changes;
    private long deploys;
    private long delivered;
    private final Map<String, Long> excluded =
            new TreeMap<>(Map.of("baseline", 0L, "before_landing", 0L, "clock_skew", 0L));
    private final Map<String, Summary> leadTimes =
            new TreeMap<>(Map.of("change_lead_time", Summary.EMPTY, "delivery_lead_time", Summary.EMPTY));

    public GitReport(String repository) {
        this.repository = repository;
    }

    /** Counts a fact or aggregate, if it is of this repository. */
    public void add(Change change) {
        if (change.getRepository().equals(repository) && change.getLandedAt() != null) {
            changes++;
            landings += change.getLandings();
        }
    }

    public void add(Delivery delivery) {
        if (delivery.getRepository().equals(repository)) {
            delivered += delivery.getStatus().equals("delivered") ? 1 : 0;
            delivery.getExcluded().forEach(reason -> excluded.merge(reason, 1L, Long::sum));
        }
    }

    public void add(Deploy deploy) {
        if (deploy.getRepository().equals(repository) && !deploy.getJoinedBy().equals("unjoined")) {
            deploys++;
        }
    }

    public void add(LeadTime window) {
        if (isOfRepository(window) && window.getWindow().equals("week")) {
            leadTimes.computeIfPresent(window.getMetric(), (metric, sum) -> LeadTimes.plus(sum, window));
        }
    }

    /** Of all its changes together, whatever their AI evidence. */
    private boolean isOfRepository(LeadTime window) {
        return window.getScope().equals("repository")
                && window.getName().equals(repository)
                && window.getAiEvidence().equals("*");
    }

    public String repository() {
        return repository;
    }

    private long undelivered() {
        return changes - delivered - excluded.get("baseline");
    }

    /** The report for machines. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("repository", repository);
        json.put("landings", landings);
        json.put("changes", changes);
        json.put("deploys", deploys);
        json.put("delivered", delivered);
        json.put("undelivered", undelivered());
        ObjectNode reasons = json.putObject("excluded");
        excluded.forEach(reasons::put);
        json.set("delivery_lead_time", summary(leadTimes.get("delivery_lead_time")));
        json.set("change_lead_time", summary(leadTimes.get("change_lead_time")));
        ArrayNode benchmarks = json.putArray("benchmarks");
        positions()
                .forEach(position -> benchmarks
                        .addObject()
                        .put("benchmark", position.benchmark())
                        .put("year", position.year())
                        .put("metric", position.metric())
                        .put("value_ms", Math.round(position.value()))
                        .put("standing", position.standing()));
        return json;
    }

    /** Where the median change lead time stands, by the year that it is measured against. */
    private List<Position> positions() {
        Long median = leadTimes.get("change_lead_time").percentileMs(50);
        return median == null ? List.of() : Benchmarks.positions("change_lead_time", median);
    }

    /** The newest one only: levels of several years side by side invite to choose. */
    private String standing() {
        List<Position> positions = positions();
        return positions.isEmpty() ? "" : "    its p50 in " + positions.get(positions.size() - 1) + "\n";
    }

    private static ObjectNode summary(Summary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("count", summary.count());
        json.put("mean_ms", summary.meanMs());
        for (int percent : PERCENTILES) {
            json.put("p" + percent + "_ms", summary.percentileMs(percent));
        }
        return json;
    }

    /** The report for people. */
    @Override
    public String toString() {
        Summary delivery = leadTimes.get("delivery_lead_time");
        Summary change = leadTimes.get("change_lead_time");
        return """
                %s
                  landings %,d   changes %,d   deploys %,d
                  delivered %,d   undelivered %,d   left out: %s
                  delivery lead time (landing to deploy)        %s
                  change lead time (first commit to deploy)     %s
                %s""".formatted(
                        repository,
                        landings,
                        changes,
                        deploys,
                        delivered,
                        undelivered(),
                        reasons(),
                        line(delivery),
                        line(change),
                        standing());
    }

    private String reasons() {
        StringBuilder text = new StringBuilder();
        excluded.forEach((reason, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(reason)
                .append(' ')
                .append("%,d".formatted(count)));
        return text.toString();
    }

    private static String line(Summary summary) {
        if (summary.count() == 0) {
            return "none";
        }
        return "p50 %s   p75 %s   p90 %s   p95 %s   mean %s   n %,d"
                .formatted(
                        Durations.words(summary.percentileMs(50)),
                        Durations.words(summary.percentileMs(75)),
                        Durations.words(summary.percentileMs(90)),
                        Durations.words(summary.percentileMs(95)),
                        Durations.words(Objects.requireNonNull(summary.meanMs())),
                        summary.count());
    }
}
