package dev.streamgauge.checks.devlake;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** What both sides say of a request, in words that are equal if they agree. A stage is one more line here. */
enum Column {
    STATE("pr_merged_date", "state") {
        @Override
        String theirs(Map<String, String> row) {
            return row.isEmpty() ? NOTHING : "merged";
        }

        @Override
        String ours(Ours ours) {
            String state = ours.change().get("state").asText();
            return state.equals("landed") ? "merged" : state;
        }
    },
    DEPLOYMENT("deployment_commit_id", "deploy_id"),
    DEPLOY_TIME("pr_deploy_time", "delivery_lead_time_ms"),
    CYCLE_TIME("pr_cycle_time", "change_lead_time_ms");

    static final String NOTHING = "-";

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int MILLIS = 3;

    private final String theirs;
    private final String ours;

    Column(String theirs, String ours) {
        this.theirs = theirs;
        this.ours = ours;
    }

    /** From the row of {@code project_pr_metrics}; an empty one if there is none. Their times are in minutes. */
    String theirs(Map<String, String> row) {
        String said = row.getOrDefault(theirs, "");
        if (said.isEmpty()) {
            return NOTHING;
        }
        return theirs.endsWith("_time") ? said + " min" : said;
    }

    /** From our delivery. */
    String ours(Ours answer) {
        String said = answer.text(ours);
        return ours.endsWith("_ms") && !said.equals(NOTHING) ? spelled(Long.parseLong(said)) : said;
    }

    private static String spelled(long millis) {
        String minutes = millis / MINUTE + " min";
        BigDecimal seconds = BigDecimal.valueOf(millis % MINUTE, MILLIS);
        return seconds.signum() == 0
                ? minutes
                : minutes + " " + seconds.stripTrailingZeros().toPlainString() + " s";
    }
}
