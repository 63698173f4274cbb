package dev.streamgauge.processors.landings;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A push read as a landing: which of its commits are on main, and what brought the others.
 *
 * @param positions the place of each commit that this record puts on main
 * @param bringers per commit, the commit on main that brought it
 */
record Landing(Map<String, Position> positions, Map<String, String> bringers) {

    static boolean is(CommitPushed push) {
        return push.getBranch() != null && push.getBranch().equals(push.getDefaultBranch());
    }

    static Landing of(CommitPushed push) {
        Set<String> onMain = new LinkedHashSet<>();
        for (Commit commit : push.getCommits()) {
            if (isOnMain(commit, push)) {
                onMain.add(commit.getSha());
            }
        }
        onMain.add(push.getAfter());
        return new Landing(positions(push, onMain), bringers(push, onMain));
    }

    private static boolean isOnMain(Commit commit, CommitPushed push) {
        String bringer = commit.getBroughtBy();
        return commit.getSha().equals(push.getAfter())
                || commit.getSha().equals(bringer)
                || (bringer == null && commit.getRequest() != null && push.getParts() == 1);
    }

    private static Map<String, Position> positions(CommitPushed push, Set<String> onMain) {
        Map<String, Position> positions = new HashMap<>();
        long last = push.getPosition() == null ? 0 : push.getPosition();
        long rank = last - onMain.size() + 1;
        for (String sha : onMain) {
            positions.put(sha, new Position(push.getOccurredAt().toEpochMilli(), rank++, push.getAfter(), sha));
        }
        return positions;
    }

    /** Walks backwards: a commit whose bringer nobody names was brought by the next one that is on main without being told so. */
    private static Map<String, String> bringers(CommitPushed push, Set<String> onMain) {
        Map<String, String> bringers = new HashMap<>();
        List<Commit> commits = push.getCommits();
        String next = push.getAfter();
        for (int i = commits.size() - 1; i >= 0; i--) {
            Commit commit = commits.get(i);
            String sha = commit.getSha();
            if (!onMain.contains(sha)) {
                bringers.put(sha, commit.getBroughtBy() == null ? next : commit.getBroughtBy());
                continue;
            }
            bringers.put(sha, sha);
            if (commit.getBroughtBy() == null || sha.equals(push.getAfter())) {
                next = sha;
            }
        }
        bringers.put(push.getAfter(), push.getAfter());
        return bringers;
    }
}
