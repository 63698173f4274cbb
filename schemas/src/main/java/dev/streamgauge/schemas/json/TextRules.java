package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.json.TextRule.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the texts and numbers of events may be, by record and field. */
final class TextRules {

    private static final Set<String> FROM_ONE = Set.of("attempt", "part", "parts");
    private static final Set<String> SHAS = Set.of(
            "sha",
            "parents",
            "brought_by",
            "picked_from",
            "reverts",
            "before",
            "after",
            "head_sha",
            "commit_shas",
            "merge_sha");
    private static final Set<String> REPOSITORIES = Set.of("repository", "head_repository", "repositories");
    private static final Set<String> PARTS_OF_KEYS = Set.of(
            "event_id",
            "source",
            "request",
            "run_id",
            "workflow",
            "job",
            "deploy_id",
            "service",
            "services",
            "environment",
            "incident_id",
            "reverts_request",
            "team",
            "organisation");
    // In aggregates, * stands for all of them.
    private static final Set<String> NOT_ALL =
            Set.of("workflow", "job", "source", "service", "services", "environment", "team", "organisation");

    private static final List<String> ACTORS = List.of("human", "bot", "agent");
    private static final List<String> EVIDENCE = List.of("agent-authored", "assisted", "no-evidence");
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("Commit.actor_class", ACTORS),
            Map.entry("Commit.ai_evidence", EVIDENCE),
            Map.entry("Review.actor_class", ACTORS),
            Map.entry("Review.state", List.of("commented", "approved", "changes_requested", "dismissed")),
            Map.entry("ReviewChanged.actor_class", ACTORS),
            Map.entry("ReviewChanged.ai_evidence", EVIDENCE),
            Map.entry("ReviewChanged.state", List.of("draft", "open", "closed", "merged")),
            Map.entry(
                    "BuildChanged.trigger",
                    List.of("push", "schedule", "pull_request", "merge_group", "manual", "other")),
            Map.entry("BuildChanged.state", List.of("queued", "waiting", "running", "finished")),
            Map.entry(
                    "BuildChanged.outcome",
                    List.of(
                            "success",
                            "failure",
                            "timed_out",
                            "startup_failure",
                            "action_required",
                            "infrastructure_error",
                            "cancelled",
                            "stale",
                            "neutral",
                            "skipped")),
            Map.entry("DeployChanged.state", List.of("pending", "waiting", "running", "finished")),
            Map.entry("DeployChanged.outcome", List.of("success", "failure", "cancelled")),
            Map.entry("IncidentChanged.state", List.of("open", "resolved")));

    private TextRules() {}

    /** The rule of a text field, or of the texts in it. */
    static TextRule of(String record, String field) {
        return new TextRule(
                form(field), !PARTS_OF_KEYS.contains(field), !NOT_ALL.contains(field), WORDS.get(record + "." + field));
    }

    private static Form form(String field) {
        if (REPOSITORIES.contains(field)) {
            return Form.REPOSITORY;
        }
        return SHAS.contains(field) ? Form.HASH : Form.ANY;
    }

    /**
     * A text in its canonical form.
     *
     * @throws BadEventException if it is not allowed there
     */
    static String apply(Place place, String text) throws BadEventException {
        TextRule rule = of(place.record(), place.field());
        String problem = rule.problem(text);
        if (problem != null) {
            throw new BadEventException(
                    Refusal.BAD_VALUE, place.path() + " " + problem, place.path() + " " + rule.broken(text));
        }
        return rule.canonical(text);
    }

    /** The least value of a number. */
    static long least(String field) {
        return FROM_ONE.contains(field) ? 1 : 0;
    }
}
