package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;

/** Releases, where {@code doors.yaml} says that they are deploys. */
public final class GitHubReleases {

    private final GitHubScene scene;

    public GitHubReleases(GitHubScene scene) {
        this.scene = scene;
    }

    /** Whether a release object is a deploy: it is published, no draft, no prerelease, and the repository's releases are deploys. */
    public boolean isDeploy(Json release) {
        return scene.rules().releaseEnvironment(scene.repository().name()) != null
                && release.has("published_at")
                && !release.isTrue("draft")
                && !release.isTrue("prerelease");
    }

    /**
     * The deploy that a release object is.
     *
     * @param sha the commit of its tag. The object itself may name a branch instead
     */
    public DeployChanged release(Json release, String sha) throws UnmappableException {
        Instant published = release.time("published_at");
        DeployChanged deploy = scene.stamp().deploy(scene.repository().name(), published);
        deploy.setDeployId("release:" + release.text("id"));
        deploy.setEnvironment(
                scene.rules().releaseEnvironment(scene.repository().name()));
        deploy.setSha(sha);
        deploy.setState("finished");
        deploy.setOutcome("success");
        deploy.setFinishedAt(published);
        deploy.setUrl(release.textOrNull("html_url"));
        return deploy;
    }
}
