package dev.streamgauge.oracle.devlake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A folder of small tables: project {@code p} has the repository {@code r} and the scope {@code s}. */
record Tables(Path folder) {

    private static final String DEPLOYMENTS =
            "id,result,started_date,finished_date,cicd_deployment_id,cicd_scope_id,repo_url,environment,"
                    + "prev_success_deployment_commit_id,commit_sha";

    static Tables in(Path folder) {
        return new Tables(folder).write("project_mapping", "project_name,table,row_id", "p,repos,r", "p,cicd_scopes,s");
    }

    Tables write(String table, String header, String... rows) {
        try {
            Files.writeString(folder.resolve(table + ".csv"), header + "\n" + String.join("\n", rows) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each row: id, result, start and finish (times of 2 March 2026), previous deployment, commit. */
    Tables deployments(String... rows) {
        return write("cicd_deployment_commits", DEPLOYMENTS, inProduction(rows));
    }

    private static String[] inProduction(String... rows) {
        return Arrays.stream(rows)
                .map(row -> row.split(",", -1))
                .map(cell -> String.join(
                        ",",
                        cell[0],
                        cell[1],
                        at(cell[2]),
                        at(cell[3]),
                        "d",
                        "s",
                        "url",
                        "PRODUCTION",
                        cell[4],
                        cell[5]))
                .toArray(String[]::new);
    }

    private static String at(String time) {
        return time.isEmpty() ? "" : "2026-3-2 " + time;
    }

    /** These columns of each row of an answer, parted by a space, "-" for nothing. */
    List<String> told(Question question, String... columns) {
        return DevLake.over(folder).answer(question, "p").stream()
                .map(row -> Arrays.stream(columns)
                        .map(column -> row.get(column).isEmpty() ? "-" : row.get(column))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
