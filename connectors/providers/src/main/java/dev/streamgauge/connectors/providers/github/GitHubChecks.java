package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.Objects;

/**
 * Check runs of other apps than GitHub Actions, whose runs and jobs are told apart from their checks. Each is a run of its own, of the workflow
 * {@code app/name}: a check suite, which holds them, has no attempts, and one is made for every app and commit whether the app ever reports or not.
 */
public final class GitHubChecks {

    private static final String ACTIONS = "github-actions";

    private final GitHubScene scene;

    public GitHubChecks(GitHubScene scene) {
        this.scene = scene;
    }

    /** Whether it is a check of GitHub Actions, or of nobody who is named. */
    public static boolean isLeftOut(Json check) {
        String app = app(check);
        return app == null || app.equals(ACTIONS);
    }

    /** A check run object that is not left out. */
    public BuildChanged check(Json check) throws UnmappableException {
        Instant started = check.timeOrNull("started_at");
        Instant finished = check.timeOrNull("completed_at");
        BuildChanged build = scene.stamp().build(scene.repository().name(), finished == null ? started : finished);
        build.setRunId("check_run:" + check.text("id"));
        build.setWorkflow(app(check) + "/" + check.text("name"));
        build.setSha(check.text("head_sha"));
        build.setBranch(check.textOrNull("check_suite", "head_branch"));
        build.setDefaultBranch(scene.repository().defaultBranch());
        build.setUrl(check.textOrNull("html_url"));
        build.setState(GitHubWords.buildState(check));
        setOrigin(build, check);
        boolean runs = build.getState().equals("running") || build.getState().equals("finished");
        build.setStartedAt(runs ? started : null);
        if (build.getState().equals("finished")) {
            build.setOutcome(GitHubWords.outcome(check));
            build.setFinishedAt(finished);
        }
        return build;
    }

    /** A check does not say what started it. That of a fork has no branch; one on the default branch is of a push; another with a request is the request's. */
    private void setOrigin(BuildChanged build, Json check) {
        String request = GitHubRuns.request(check.list("pull_requests"), scene.repository());
        boolean main = build.getBranch() != null && build.getBranch().equals(build.getDefaultBranch());
        boolean ofRequest = build.getBranch() == null || (request != null && !main);
        build.setTrigger(ofRequest ? "pull_request" : "push");
        build.setRequest(ofRequest ? request : null);
    }

    private static String app(Json check) {
        String slug = check.textOrNull("app", "slug");
        return Objects.requireNonNullElseGet(
                slug, () -> Objects.requireNonNullElse(check.textOrNull("app", "name"), ACTIONS));
    }
}
