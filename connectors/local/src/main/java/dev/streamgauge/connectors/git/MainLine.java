package dev.streamgauge.connectors.git;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Main's first-parent line, the root first, and for each landing on it the commits that it brought. Each commit of HEAD's history has one landing. */
final class MainLine {

    private final List<CommitNode> landings;
    /** All commits of HEAD's history, landing by landing, ancestors first; each landing is the last of its own. */
    private final List<CommitNode> brought = new ArrayList<>();

    private final int[] ends;

    private MainLine(List<CommitNode> landings) {
        this.landings = landings;
        this.ends = new int[landings.size()];
    }

    static MainLine of(CommitNode head) {
        MainLine line = new MainLine(firstParents(head));
        for (int i = 0; i < line.ends.length; i++) {
            line.bring(line.landings.get(i));
            line.ends[i] = line.brought.size();
        }
        return line;
    }

    int size() {
        return landings.size();
    }

    int commits() {
        return brought.size();
    }

    CommitNode landing(int index) {
        return landings.get(index);
    }

    /** The commits that the landing brought, itself last. */
    List<CommitNode> brought(int index) {
        return brought.subList(index == 0 ? 0 : ends[index - 1], ends[index]);
    }

    /** Landings are taken oldest first, so what is still free belongs to this one. */
    private void bring(CommitNode landing) {
        Postorder.walk(landing, commit -> claim(commit, landing), commit -> {
            commit.learnReach();
            brought.add(commit);
        });
    }

    private static boolean claim(CommitNode commit, CommitNode landing) {
        boolean free = commit.landing == null;
        if (free) {
            commit.landing = landing;
        }
        return free;
    }

    private static List<CommitNode> firstParents(CommitNode head) {
        List<CommitNode> line = new ArrayList<>();
        for (CommitNode at = head; at != null && claim(at, at); at = at.firstParent()) {
            line.add(at);
        }
        Collections.reverse(line);
        return line;
    }
}
