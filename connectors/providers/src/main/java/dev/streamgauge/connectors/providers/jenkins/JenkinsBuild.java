package dev.streamgauge.connectors.providers.jenkins;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.Locale;

/** What webhook and API have in common about a build. */
public final class JenkinsBuild {

    private JenkinsBuild() {}

    /** Jenkins' result as our outcome. Unstable is a run whose tests failed. Null for a result that is no end. */
    public static String outcome(String result) {
        return switch (result == null ? "" : result.toUpperCase(Locale.ROOT)) {
            case "SUCCESS" -> "success";
            case "FAILURE", "UNSTABLE" -> "failure";
            case "ABORTED" -> "cancelled";
            case "NOT_BUILT" -> "skipped";
            default -> null;
        };
    }

    /** A branch as Jenkins' git plugin tells it, without the remote before it; null if it is none. */
    public static String branch(String told) {
        if (told == null || told.equals("detached")) {
            return null;
        }
        return told.replaceFirst("^refs/heads/", "").replaceFirst("^(refs/remotes/)?origin/", "");
    }

    /** The repository of a job: by the address that it checked out, or by the place of its name. Null: neither is known. */
    public static String repository(String scmUrl, JenkinsJob job, String branch, DoorRules rules) {
        String checkedOut = scmUrl == null ? null : RepositoryName.ofUrl(scmUrl);
        if (checkedOut != null) {
            return checkedOut;
        }
        return rules.place("jenkins", job.fullName())
                .or(() -> rules.place("jenkins", job.workflow(branch)))
                .map(Place::repository)
                .orElse(null);
    }

    /**
     * Fills in job, branch and trigger. The plugin does not say what began a build: what is not for a request counts as a push. Who knows better sets the
     * trigger afterwards.
     */
    public static void fill(BuildChanged build, JenkinsJob job, String branch, DoorRules rules) {
        boolean request =
                job.request() != null || (branch != null && branch.matches("(refs/)?(pull|pr|merge-requests)/.*"));
        build.setWorkflow(job.workflow(branch));
        build.setRequest(job.request());
        build.setBranch(branch);
        build.setDefaultBranch(rules.defaultBranch(build.getRepository()));
        build.setTrigger(request ? "pull_request" : "push");
    }
}
