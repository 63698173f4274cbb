package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.landings.Links.Kind.BRINGER;
import static dev.streamgauge.processors.landings.Links.Kind.MERGE_OF;
import static dev.streamgauge.processors.landings.Links.Kind.PARENT;
import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;
import static dev.streamgauge.processors.landings.Links.Kind.SUCCESSOR;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;
import java.util.function.Predicate;

/** The commits of a repository and the line of main. */
public final class Landings {

    public static final TableSpec<CommitNode> COMMITS = new TableSpec<>(
            "landings",
            "commits",
            CommitNode.class,
            "the repository's commits, plus names that no event has listed yet");
    public static final TableSpec<MainCommit> LINE =
            new TableSpec<>("landings", "main-line", MainCommit.class, "the commits on main's first-parent line");

    private final Table<CommitNode> commits;
    private final Table<MainCommit> line;

    public Landings(Tables tables) {
        this.commits = tables.table(COMMITS);
        this.line = tables.table(LINE);
    }

    /** Learns from a push. */
    public List<CommitRevision> apply(CommitPushed push) {
        CommitEdits edits = new CommitEdits(commits, push.getRepository());
        Landing landing = Landing.is(push) ? Landing.of(push) : null;
        if (landing != null) {
            land(push, landing, edits);
        }
        for (Commit commit : push.getCommits()) {
            describe(commit, landing, edits);
        }
        return written(edits);
    }

    /** Learns from a request which commits are its own. */
    public List<CommitRevision> claim(ReviewChanged review) {
        CommitEdits edits = new CommitEdits(commits, review.getRepository());
        String request = review.getRequest();
        review.getCommitShas().forEach(sha -> edits.edit(sha, node -> node.linked(REQUEST, request)));
        if (review.getHeadSha() != null) {
            edits.edit(review.getHeadSha(), node -> node.linked(REQUEST, request));
        }
        if ("merged".equals(review.getState()) && review.getMergeSha() != null) {
            edits.edit(
                    review.getMergeSha(), node -> node.linked(REQUEST, request).linked(MERGE_OF, request));
        }
        return written(edits);
    }

    private static void land(CommitPushed push, Landing landing, CommitEdits edits) {
        landing.positions()
                .forEach((sha, position) -> edits.edit(
                        sha, node -> node.landed(position).linked(BRINGER, sha).brought(node.written())));
        if (push.getBefore() != null) {
            edits.edit(push.getBefore(), node -> node.linked(SUCCESSOR, push.getAfter()));
        }
    }

    private static void describe(Commit commit, Landing landing, CommitEdits edits) {
        CommitNode described = edits.edit(commit.getSha(), node -> described(node, commit, landing));
        if (!described.written().equals(Written.NOTHING)) {
            described
                    .linked(BRINGER)
                    .forEach(bringer -> edits.edit(bringer, node -> node.brought(described.written())));
        }
    }

    private static CommitNode described(CommitNode node, Commit commit, Landing landing) {
        CommitNode described = node.described(commit);
        if (commit.getParents() != null) {
            for (String parent : commit.getParents()) {
                described = described.linked(PARENT, parent);
            }
        }
        return landing == null
                ? described
                : described.linked(BRINGER, landing.bringers().get(commit.getSha()));
    }

    private List<CommitRevision> written(CommitEdits edits) {
        List<CommitRevision> revisions = edits.write();
        revisions.forEach(this::keepLine);
        return revisions;
    }

    private void keepLine(CommitRevision revision) {
        if (revision.moved() && revision.before().onMain()) {
            line.remove(lineKey(revision.repository(), revision.before().position()));
        }
        List<String> changes = revision.membershipAfter().changes();
        if (revision.after().onMain()
                && (revision.moved()
                        || !changes.equals(revision.membershipBefore().changes()))) {
            Position position = revision.after().position();
            line.put(lineKey(revision.repository(), position), new MainCommit(position, changes));
        }
    }

    /** What is known of a commit; never null. */
    public CommitNode commit(String repository, String sha) {
        CommitNode node = commits.get(Key.of(repository).and(sha));
        return node == null ? CommitNode.unknown(sha) : node;
    }

    /** Links a commit to another name; answers the commit as it is then. */
    public CommitNode link(String repository, String sha, Links.Kind kind, String name) {
        CommitNode node = commit(repository, sha);
        CommitNode linked = node.linked(kind, name);
        if (!linked.equals(node)) {
            commits.put(Key.of(repository).and(sha), linked);
        }
        return linked;
    }

    /** Visits main from just after one position (null: from the beginning) up to and including another. */
    public void between(String repository, Position after, Position upTo, Predicate<MainCommit> visitor) {
        Key from =
                after == null ? Key.of(repository) : lineKey(repository, after).next();
        line.ascend(from, lineKey(repository, upTo).next(), visitor);
    }

    /** The changes of the commit at a position on main, sorted; none if there is no commit. */
    public List<String> changesAt(String repository, Position position) {
        MainCommit commit = line.get(lineKey(repository, position));
        return commit == null ? List.of() : commit.changes();
    }

    private static Key lineKey(String repository, Position position) {
        return position.appendTo(Key.of(repository));
    }
}
