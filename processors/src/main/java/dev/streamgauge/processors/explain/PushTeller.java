package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a push says of some commits. */
final class PushTeller {

    private static final int AFTER_WRITING = 1;

    private final Timeline timeline;
    private final Commits commits;

    PushTeller(Timeline timeline, Commits commits) {
        this.timeline = timeline;
        this.commits = commits;
    }

    void tell(Heard heard, CommitPushed push) {
        Set<String> owned = new LinkedHashSet<>();
        for (Commit commit : push.getCommits()) {
            Reason reason = commits.owns(commit.getSha());
            if (reason != null) {
                owned.add(commit.getSha());
                written(heard, commit, reason);
            }
        }
        if (commits.owns(push.getAfter()) != null) {
            owned.add(push.getAfter());
        }
        if (!owned.isEmpty()) {
            timeline.add(
                    heard, moved(push, owned), commits.owns(owned.iterator().next()));
        }
    }

    private void written(Heard heard, Commit commit, Reason reason) {
        Said written = Saying.written(commit);
        if (written != null) {
            timeline.add(heard, written, reason);
        }
    }

    private Said moved(CommitPushed push, Set<String> owned) {
        boolean main = push.getBranch() != null && push.getBranch().equals(push.getDefaultBranch());
        Set<String> landed =
                owned.stream().filter(commits::isLanding).collect(Collectors.toCollection(LinkedHashSet::new));
        if (main && !landed.isEmpty()) {
            return said(push, "landed on " + push.getBranch() + ": " + list(landed), "landed_at");
        }
        String branch = push.getBranch() == null ? "" : " to " + push.getBranch();
        return said(push, "pushed" + branch + ": " + list(owned));
    }

    private static Said said(CommitPushed push, String what, String... fields) {
        return new Said(push.getOccurredAt(), AFTER_WRITING, what, List.of(fields));
    }

    private static String list(Set<String> shas) {
        return shas.stream().map(Words::cut).collect(Collectors.joining(", "));
    }
}
