package dev.streamgauge.standalone.demo;

import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.aggregates.v1.MainBranch;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.facts.v1.RedEpisode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The latest facts and aggregates, per repository. */
final class Board {

    /** What is seen of a repository. */
    static final class Row {
        private final Map<SpecificRecord, RedEpisode> red = new HashMap<>();
        private final Map<String, Instant> inReview = new HashMap<>();
        private final Map<String, Instant> landed = new HashMap<>();
        private final Set<String> delivered = new HashSet<>();
        private LeadTime leadTime;
        private MainBranch mainBranch;

        /** Since when main is red; null: it is green. */
        Instant redSince() {
            return red.values().stream()
                    .map(RedEpisode::getStartedAt)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        int inReview() {
            return inReview.size();
        }

        /** When the change that has waited longest for review was opened; null: none waits. */
        Instant oldestReview() {
            return inReview.values().stream().min(Comparator.naturalOrder()).orElse(null);
        }

        int waitingForDeploy() {
            return (int) landed.keySet().stream()
                    .filter(change -> !delivered.contains(change))
                    .count();
        }

        int landings() {
            return landed.size();
        }

        /** This week's delivery lead time; null: nothing was delivered. */
        LeadTime leadTime() {
            return leadTime;
        }

        /** This week's builds on main; null: none finished. */
        MainBranch mainBranch() {
            return mainBranch;
        }
    }

    private final Map<String, Row> rows = new HashMap<>();

    synchronized void see(SpecificRecord key, SpecificRecord value) {
        String repository = repository(key);
        if (repository == null) {
            return;
        }
        Row row = rows.computeIfAbsent(repository, name -> new Row());
        if (value instanceof RedEpisode episode && episode.getEndedAt() == null) {
            row.red.put(key, episode);
        } else if (value == null || value instanceof RedEpisode) {
            row.red.remove(key);
        } else if (value instanceof Change change) {
            see(row, change);
        } else if (value instanceof Delivery delivery
                && delivery.getEnvironment().equals("production")
                && !delivery.getStatus().equals("in_flight")) {
            row.delivered.add(delivery.getChange());
        } else if (value instanceof LeadTime week) {
            row.leadTime = later(row.leadTime, week);
        } else if (value instanceof MainBranch week
                && week.getWorkflow().equals("*")
                && week.getWindow().equals("week")) {
            boolean newer = row.mainBranch == null || !week.getWindowStart().isBefore(row.mainBranch.getWindowStart());
            row.mainBranch = newer ? week : row.mainBranch;
        }
    }

    /** Facts are a repository's; aggregates may be a team's or an organisation's, which have no line here. */
    private static String repository(SpecificRecord key) {
        Schema.Field scope = key.getSchema().getField("scope");
        if (scope == null) {
            return (String) key.get(0);
        }
        boolean own = key.get(scope.pos()).equals("repository");
        return own ? (String) key.get(key.getSchema().getField("name").pos()) : null;
    }

    private static LeadTime later(LeadTime shown, LeadTime seen) {
        boolean wanted = seen.getWindow().equals("week")
                && seen.getMetric().equals("delivery_lead_time")
                && seen.getEnvironment().equals("production")
                && seen.getAiEvidence().equals("*")
                && seen.getCount() > 0;
        return wanted && (shown == null || !seen.getWindowStart().isBefore(shown.getWindowStart())) ? seen : shown;
    }

    private static void see(Row row, Change change) {
        row.inReview.remove(change.getChange());
        if (change.getLandedAt() != null) {
            row.landed.put(change.getChange(), change.getLandedAt());
        } else if (change.getState().equals("open") && change.getOpenedAt() != null) {
            row.inReview.put(change.getChange(), change.getOpenedAt());
        }
    }

    /** The busiest repositories. */
    synchronized List<Map.Entry<String, Row>> busiest(int count) {
        List<Map.Entry<String, Row>> sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(Comparator.comparing(
                        (Map.Entry<String, Row> row) -> -row.getValue().landings())
                .thenComparing(Map.Entry::getKey));
        return List.copyOf(sorted.subList(0, Math.min(count, sorted.size())));
    }

    synchronized int repositories() {
        return rows.size();
    }
}
