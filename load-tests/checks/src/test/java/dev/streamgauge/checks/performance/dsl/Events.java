package dev.streamgauge.checks.performance.dsl;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Which events count for the three aggregates, and what they are about. */
final class Events {

    private static final Set<String> TRIGGERS = Set.of("push", "schedule");
    private static final Set<String> VERDICTS = Set.of("success", "failure", "timed_out", "startup_failure");

    private Events() {}

    static boolean isLanding(CommitPushed push) {
        return push.getBranch() != null && push.getBranch().equals(push.getDefaultBranch());
    }

    static boolean isDelivery(DeployChanged deploy) {
        return deploy.getEnvironment().equals("production")
                && deploy.getState().equals("finished")
                && "success".equals(deploy.getOutcome())
                && deploy.getFinishedAt() != null;
    }

    static boolean isOfMain(BuildChanged build) {
        return build.getJob() == null
                && build.getHeadRepository() == null
                && TRIGGERS.contains(build.getTrigger())
                && build.getBranch() != null
                && build.getBranch().equals(build.getDefaultBranch())
                && build.getState().equals("finished")
                && build.getOutcome() != null
                && VERDICTS.contains(build.getOutcome())
                && build.getFinishedAt() != null;
    }

    static boolean isGood(BuildChanged build) {
        return build.getOutcome().equals("success");
    }

    static String commit(String repository, String sha) {
        return repository + "|" + sha;
    }

    static String attempt(BuildChanged build) {
        return build.getRepository() + "|" + build.getRunId() + "|" + build.getAttempt();
    }

    static String check(BuildChanged build) {
        return commit(build.getRepository(), build.getSha()) + "|" + build.getWorkflow();
    }

    /** The aggregate of a repository's day (UTC) that a moment belongs to. */
    static String aggregate(String metric, String key, long at) {
        String repository = key.substring(0, key.indexOf('|'));
        return metric + "|" + repository + "|"
                + Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
