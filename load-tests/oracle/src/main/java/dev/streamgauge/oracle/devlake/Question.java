package dev.streamgauge.oracle.devlake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What DevLake computes; each with its SQL file and the tables that it reads, which are files {@code <table>.csv}. */
public enum Question {
    /** Each deployment, with the successful one before it in its scope, repository and environment. */
    PREVIOUS_DEPLOYMENTS("previous_deployments", "project_mapping cicd_deployment_commits"),
    /** The commits that each deployment brought over the one that it replaced. */
    COMMITS_DIFFS("commits_diffs", "project_mapping cicd_deployment_commits repo_commits commit_parents"),
    /** The pairs of deployed commits for which that was computed. */
    FINISHED_COMMITS_DIFFS("commits_diffs", "project_mapping cicd_deployment_commits repo_commits commit_parents"),
    /** The stages and the cycle time of each merged request, in minutes. */
    PROJECT_PR_METRICS(
            "project_pr_metrics",
            "project_mapping cicd_deployment_commits commits_diffs pull_requests pull_request_commits"
                    + " pull_request_comments");

    private final String file;
    private final String tables;

    Question(String file, String tables) {
        this.file = file;
        this.tables = tables;
    }

    List<String> tables() {
        return List.of(tables.split(" ", -1));
    }

    /** The view that answers. */
    String view() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rules: first the words that all share, for which the tables must be there. */
    List<String> rules() {
        return List.of(read("words"), read(file));
    }

    private static String read(String name) {
        try (InputStream sql = Question.class.getResourceAsStream(name + ".sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql", e);
        }
    }
}
