package dev.streamgauge.connectors.git;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Visits ancestors before their descendants, without recursion: a history is deeper than any call stack. */
final class Postorder {

    private Postorder() {}

    /**
     * Visits {@code start} and what can be reached from it. The order follows the order of parents, so it is the same at every run.
     *
     * @param enter decides whether a parent is visited; must say yes to a commit only once. Not asked about {@code start}
     * @param leave told each visited commit, after all its visited ancestors
     */
    static void walk(CommitNode start, Predicate<CommitNode> enter, Consumer<CommitNode> leave) {
        Deque<CommitNode> path = new ArrayDeque<>();
        path.push(start);
        while (!path.isEmpty()) {
            CommitNode commit = path.peek();
            if (commit.cursor < commit.parents.length) {
                visit(commit.parents[commit.cursor++], enter, path);
            } else {
                commit.cursor = 0;
                leave.accept(path.pop());
            }
        }
    }

    private static void visit(CommitNode parent, Predicate<CommitNode> enter, Deque<CommitNode> path) {
        if (parent.present && enter.test(parent)) {
            path.push(parent);
        }
    }
}
