package dev.streamgauge.checks.neighbours;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A clone of a repository with some commits and a tag after every other one. */
record Clone(Path directory) {

    static Clone in(Path directory, int commits) throws IOException {
        Clone clone = new Clone(directory);
        Installed.run(Map.of(), "git", "init", "-q", "-b", "main", directory.toString());
        clone.git(Instant.EPOCH, "remote", "add", "origin", "https://github.com/acme/clone.git");
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        for (int number = 1; number <= commits; number++) {
            at = at.plusSeconds(3_600);
            clone.git(at, "commit", "-q", "--allow-empty", "-m", "Change " + number);
            if (number % 2 == 0) {
                clone.git(at.plusSeconds(600), "tag", "-a", "-m", "", "v" + number);
            }
        }
        return clone;
    }

    private void git(Instant at, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 3];
        System.arraycopy(new String[] {"git", "-C", directory.toString()}, 0, command, 0, 3);
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        String time = at.toString();
        Installed.run(
                Map.of(
                        "GIT_AUTHOR_DATE",
                        time,
                        "GIT_COMMITTER_DATE",
                        time,
                        "GIT_AUTHOR_NAME",
                        "Ada",
                        "GIT_AUTHOR_EMAIL",
                        "ada@example.org",
                        "GIT_COMMITTER_NAME",
                        "Ada",
                        "GIT_COMMITTER_EMAIL",
                        "ada@example.org"),
                command);
    }
}
