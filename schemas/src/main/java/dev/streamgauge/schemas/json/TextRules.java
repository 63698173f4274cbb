package dev.streamgauge.schemas.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the texts of events may be, by record and field. */
final class TextRules {

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

    /** The text in its canonical form. */
    static String apply(Place place, String text) throws BadEventException {
        requireUnicode(place, text);
        String field = place.field();
        if (REPOSITORIES.contains(field)) {
            return lower(
                    place,
                    text,
                    TextRules::isRepository,
                    "should look like host/owner/name, for example github.com/acme/shop");
        }
        if (SHAS.contains(field)) {
            return lower(place, text, TextRules::isHash, "should be a full hash of 40 or 64 hexadecimal digits");
        }
        if (PARTS_OF_KEYS.contains(field) && text.isBlank()) {
            throw place.bad("must not be empty");
        }
        if (NOT_ALL.contains(field) && text.equals("*")) {
            throw place.bad("must not be '*', which stands for all of them");
        }
        return word(place, text);
    }

    private static String word(Place place, String text) throws BadEventException {
        List<String> allowed = WORDS.get(place.record() + "." + place.field());
        if (allowed != null && !allowed.contains(text)) {
            throw place.bad("is '" + Place.cut(text) + "', but should be one of " + String.join(", ", allowed));
        }
        return text;
    }

    private static String lower(Place place, String text, Predicate<String> form, String rule)
            throws BadEventException {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!form.test(lower)) {
            throw place.bad("is '" + Place.cut(text) + "', but " + rule);
        }
        return lower;
    }

    // Every event is held to these two, so they are loops: regular expressions were a tenth of the processors' time.
    private static boolean isHash(String text) {
        if (text.length() != 40 && text.length() != 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRepository(String text) {
        int slashes = 0;
        char before = '/';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || c == '#' || (c == '/' && before == '/')) {
                return false;
            }
            slashes += c == '/' ? 1 : 0;
            before = c;
        }
        return slashes > 0 && before != '/';
    }

    // Half a surrogate pair has no UTF-8 form: it would be written as a question mark.
    private static void requireUnicode(Place place, String text) throws BadEventException {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                throw place.bad("holds half of a surrogate pair, which is not Unicode text");
            }
        }
    }
}
