package dev.streamgauge.generator.event;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.events.v1.SourceChecked;
import java.util.List;

/** Records with the schema's defaults. Setters instead of Avro's builders, which copy and check at ten times the price. */
public final class Blank {
    private Blank() {}

    public static CommitPushed push(String repository) {
        CommitPushed push = new CommitPushed();
        push.setRepository(repository);
        push.setPart(1);
        push.setParts(1);
        push.setCommits(List.of());
        return push;
    }

    public static Commit commit(String sha) {
        Commit commit = new Commit();
        commit.setSha(sha);
        commit.setPickedFrom(List.of());
        commit.setReverts(List.of());
        commit.setTrailers(List.of());
        return commit;
    }

    public static ReviewChanged review(String repository) {
        ReviewChanged review = new ReviewChanged();
        review.setRepository(repository);
        review.setCommitShas(List.of());
        review.setReviews(List.of());
        review.setLabels(List.of());
        return review;
    }

    public static BuildChanged build(String repository) {
        BuildChanged build = new BuildChanged();
        build.setRepository(repository);
        build.setAttempt(1);
        build.setRunnerLabels(List.of());
        return build;
    }

    public static DeployChanged deploy(String repository) {
        DeployChanged deploy = new DeployChanged();
        deploy.setRepository(repository);
        deploy.setAttempt(1);
        deploy.setRepositories(List.of());
        return deploy;
    }

    public static IncidentChanged incident(String repository) {
        IncidentChanged incident = new IncidentChanged();
        incident.setRepository(repository);
        return incident;
    }

    public static SourceChecked look(String repository) {
        SourceChecked look = new SourceChecked();
        look.setRepository(repository);
        return look;
    }

    public static RepositoryOwned owner(String repository) {
        RepositoryOwned owner = new RepositoryOwned();
        owner.setRepository(repository);
        return owner;
    }
}
