package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.landings.Links.Kind.BRINGER;
import static dev.streamgauge.processors.landings.Links.Kind.LISTED_BY;
import static dev.streamgauge.processors.landings.Links.Kind.MERGE_OF;
import static dev.streamgauge.processors.landings.Links.Kind.PARENT;
import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;
import static dev.streamgauge.processors.landings.Links.Kind.SUCCESSOR;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Millis;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The commits of a repository and the line of main. */
public final class Landings {

    public static final TableSpec<CommitNode> COMMITS = new TableSpec<>(
            "landings",
            "commits",
            CommitNode.class,
            "the commits that were told of within memory or that something remembered leads to, plus names that no event has listed yet");
    public static final TableSpec<MainCommit> LINE = new TableSpec<>(
            "landings", "main-line", MainCommit.class, "the remembered commits on main's first-parent line");

    private final Table<CommitNode> commits;
    private final Requests requests;
    private final Line line;
    private long now;

    public Landings(Tables tables) {
        this.commits = tables.table(COMMITS);
        this.requests = new Requests(tables);
        this.line = new Line(tables);
    }

    /** Learns when the event at hand occurred: what it has others look for is told of then. */
    public void observed(Instant occurredAt) {
        now = Millis.endOfDay(occurredAt);
    }

    /** Learns from a push. */
    public List<CommitRevision> apply(CommitPushed push) {
        CommitEdits edits = new CommitEdits(commits, push.getRepository(), push.getOccurredAt());
        Landing landing = Landing.is(push) ? Landing.of(push) : null;
        if (landing != null) {
            land(push, landing, edits);
        }
        for (Commit commit : push.getCommits()) {
            describe(commit, landing, edits);
        }
        Map<CommitNode, CommitNode> changed = edits.write();
        changed.values().stream()
                .filter(node -> node.onMain() && node.named() != null)
                .forEach(node -> requests.mention(push.getRepository(), node.named(), node.sha()));
        return revised(push.getRepository(), changed);
    }

    /** Learns from a request which commits are its own, and what it may only carry. */
    public Claim claim(ReviewChanged review) {
        String repository = review.getRepository();
        CommitEdits edits = new CommitEdits(commits, repository, review.getOccurredAt());
        boolean listing = isMergedIntoMain(review);
        review.getCommitShas().forEach(sha -> name(review, sha, listing, edits));
        if (review.getHeadSha() != null) {
            name(review, review.getHeadSha(), listing, edits);
        }
        String merge = RequestNode.mergeSha(review);
        if (merge != null) {
            edits.edit(merge, node -> node.linked(REQUEST, review.getRequest()).linked(MERGE_OF, review.getRequest()));
        }
        Map<CommitNode, CommitNode> changed = edits.write();
        Carriers.Outcome outcome = new Carriers(repository, sha -> commit(repository, sha), requests).learn(review);
        List<CommitRevision> revisions = revised(repository, changed);
        revisions.addAll(rejoined(repository, outcome, changed.values()));
        return new Claim(revisions, outcome.flipped());
    }

    private static void name(ReviewChanged review, String sha, boolean listing, CommitEdits edits) {
        CommitNode named = edits.edit(sha, node -> node.linked(REQUEST, review.getRequest()));
        if (listing) {
            edits.edit(sha, node -> named.linked(LISTED_BY, review.getRequest()));
        }
    }

    /** Whether a snapshot says that its request is merged into the default branch. */
    public static boolean isMergedIntoMain(ReviewChanged review) {
        return review.getState().equals("merged")
                && review.getTargetBranch() != null
                && review.getTargetBranch().equals(review.getDefaultBranch());
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

    private List<CommitRevision> revised(String repository, Map<CommitNode, CommitNode> changed) {
        Joins joins = joins(repository);
        List<CommitRevision> revisions = new ArrayList<>();
        changed.forEach((before, after) -> revisions.add(revise(repository, before, after, joins)));
        return revisions;
    }

    /** What has not changed itself, but belongs to other changes or has lost or found an owner. */
    private List<CommitRevision> rejoined(
            String repository, Carriers.Outcome outcome, Collection<CommitNode> revisedAlready) {
        Set<String> shas = new LinkedHashSet<>(outcome.rejoined());
        shas.addAll(outcome.disowned());
        revisedAlready.forEach(node -> shas.remove(node.sha()));
        Joins joins = joins(repository);
        return shas.stream()
                .map(sha -> commit(repository, sha))
                .map(node -> revise(repository, node, node, joins))
                .filter(revision -> outcome.disowned().contains(revision.after().sha())
                        || !revision.membershipAfter().equals(revision.membershipBefore()))
                .toList();
    }

    private CommitRevision revise(String repository, CommitNode before, CommitNode after, Joins joins) {
        CommitRevision revision =
                new CommitRevision(repository, before, after, line.membership(repository, before), joins.of(after));
        line.keep(revision);
        return revision;
    }

    private Joins joins(String repository) {
        return new Joins(repository, sha -> commit(repository, sha), requests);
    }

    /** The changes that a commit belongs to; none if it is not on main. */
    public Membership membership(String repository, String sha) {
        return line.membership(repository, commit(repository, sha));
    }

    /** Whether a request only carries other changes. */
    public boolean isCarrier(String repository, String request) {
        return requests.request(repository, request).carrier();
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
            commits.put(Key.of(repository).and(sha), linked.told(now));
        }
        return linked;
    }

    /** Whether anything is known of a commit. */
    public boolean remembers(String repository, String sha) {
        return commits.get(Key.of(repository).and(sha)) != null;
    }

    /** Whether a commit is the last of main. */
    public boolean isHead(String repository, CommitNode commit) {
        return commit.onMain() && line.isHead(repository, commit.position());
    }

    /** Forgets what goes with a commit that is forgotten: its place on main. */
    public void forget(String repository, CommitNode commit) {
        if (commit.onMain()) {
            line.forget(repository, commit.position());
        }
    }

    /** The requests of all repositories. */
    public Requests requests() {
        return requests;
    }

    /** Visits main from just after one position (null: from the beginning) up to and including another (null: to the end). */
    public void between(String repository, Position after, Position upTo, Predicate<MainCommit> visitor) {
        line.between(repository, after, upTo, visitor);
    }

    /** The changes of the commit at a position on main, sorted; none if there is no commit. */
    public List<String> changesAt(String repository, Position position) {
        return line.at(repository, position).changes();
    }
}
