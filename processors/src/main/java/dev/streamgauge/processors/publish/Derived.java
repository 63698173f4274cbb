package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.PublicWindow.set;

import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.definitions.Profile;
import org.apache.avro.specific.SpecificRecordBase;

/** The fields of aggregates that are computed from sums. */
final class Derived {

    private Derived() {}

    static void fill(WindowSums sums, SpecificRecordBase value) {
        switch (sums.key().kind()) {
            case MAIN_BRANCH -> mainBranch(sums, value);
            case TIME_TO_GREEN -> timeToGreen(sums, value);
            case DEPLOYMENTS -> deployments(sums, value);
            case FLOW -> Shares.fill(sums, value);
            case LEAD_TIME, SHARED_DEPLOYMENTS, THROUGHPUT, MERGE_QUEUE, BUILD_TIMES -> {}
        }
    }

    private static void mainBranch(WindowSums sums, SpecificRecordBase value) {
        boolean ours = profile(sums.key()).equals(Profile.OURS);
        long successes = sums.sum("successes");
        long count = ours ? successes + sums.sum("failures") : sums.sum("count");
        Double runs = rate(successes, count);
        Double commits = rate(sums.sum("green_commits"), sums.sum("commits"));
        set(value, "count", count);
        set(value, "failures", count - successes);
        set(value, "run_success_rate", runs);
        set(value, "commit_green_rate", commits);
        set(value, "rerun_tax", runs == null || commits == null ? null : commits - runs);
    }

    /** Episodes of two workflows may overlap, so only one workflow has a share of time in which it was red. */
    private static void timeToGreen(WindowSums sums, SpecificRecordBase value) {
        WindowKey key = sums.key();
        boolean one =
                !key.dimensions().get(0).equals(WindowKey.ALL) && profile(key).equals(Profile.OURS);
        long red = sums.sum("red_ms");
        set(value, "red_ms", one ? red : null);
        set(value, "red_share", one ? rate(red, key.window().lengthMs()) : null);
    }

    private static void deployments(WindowSums sums, SpecificRecordBase value) {
        boolean hour = sums.key().window() == Window.HOUR;
        set(value, "deploy_days", hour ? null : sums.sum("deploy_days"));
        set(value, "change_failure_rate", rate(sums.sum("failed"), sums.sum("code_deployments")));
        set(value, "rework_rate", rate(sums.sum("remediations"), sums.sum("deployments")));
    }

    private static String profile(WindowKey key) {
        return key.dimensions().get(key.kind().dimensions().indexOf("profile"));
    }

    /** A part of a whole; null of nothing. */
    static Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
