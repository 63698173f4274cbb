package dev.streamgauge.checks.devlake;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** What both sides say of a request, in words that are equal if they agree. A stage is one more line here. */
enum Column {
    STATE(row -> row.isEmpty() ? "-" : "merged", ours -> state(ours.change().get("state").asText())),
    DEPLOYMENT(theirs("deployment_commit_id"), ours -> ours.text("deploy_id")),
    DEPLOY_TIME(minutes("pr_deploy_time"), millis("delivery_lead_time_ms")),
    CYCLE_TIME(minutes("pr_cycle_time"), millis("change_lead_time_ms"));

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Function<Map<String, String>, String> theirs;
    private final Function<Ours, String> ours;

    Column(Function<Map<String, String>, String> theirs, Function<Ours, String> ours) {
        this.theirs = theirs;
        this.ours = ours;
    }

    /** From the row of {@code project_pr_metrics}; an empty one if there is none. */
    String theirs(Map<String, String> row) {
        return theirs.apply(row);
    }

    String ours(Ours answer) {
        return ours.apply(answer);
    }

    private static String state(String state) {
        return state.equals("landed") ? "merged" : state;
    }

    private static Function<Map<String, String>, String> theirs(String column) {
        return row -> row.getOrDefault(column, "").isEmpty() ? "-" : row.get(column);
    }

    private static Function<Map<String, String>, String> minutes(String column) {
        return theirs(column).andThen(said -> said.equals("-") ? said : said + " min");
    }

    private static Function<Ours, String> millis(String field) {
        return ours -> ours.text(field).equals("-") ? "-" : spelled(Long.parseLong(ours.text(field)));
    }

    private static String spelled(long millis) {
        String minutes = millis / MINUTE + " min";
        return millis % MINUTE == 0 ? minutes : minutes + " " + (millis % MINUTE) / 1000 + " s";
    }
}
